import { describe, expect, test } from "vitest";
import { newBriefingForm, specificationForm } from "#app/features/briefings/drafting/briefing-forms.ts";
import { figureOptions } from "#app/features/briefings/drafting/figure-options.server.ts";

const chosen = { session: "ASP25", locales: ["en", "fr"], dimensions: ["incident_group"] };

describe("the forms of a briefing", () => {
  test("take what was ticked twice as ticked once", () => {
    const twice = { ...chosen, locales: ["en", "en", "fr"], dimensions: ["incident_group", "incident_group"] };
    expect(newBriefingForm.parse(twice)).toEqual(newBriefingForm.parse(chosen));
    expect(specificationForm.safeParse({ ...twice, recordVersion: "1" }).success).toBe(true);
  });

  test("show a row that no list has under its own code, whatever it is called", () => {
    const { specification } = specificationForm.parse({
      ...chosen,
      recordVersion: "1",
      figures: "severity.constructor",
    });
    const options = figureOptions({ specification, texts: {}, asks: [] }, null, "en");
    expect(options.map(({ label }) => label)).toEqual(["constructor"]);
  });
});
