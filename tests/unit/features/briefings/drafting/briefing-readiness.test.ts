import { describe, expect, test } from "vitest";
import { obstaclesToReview } from "#app/features/briefings/drafting/briefing-readiness.ts";
import { sampleDraft, sampleRelease } from "../sample-briefing.ts";

describe("review", () => {
  const allowed = { ...sampleDraft().specification, figures: [] };
  test("is open to a whole briefing", () => {
    expect(obstaclesToReview(sampleDraft({ specification: allowed }), sampleRelease())).toEqual([]);
  });
  test("is closed without tables, without French, without a text of a part that has tables", () => {
    const draft = sampleDraft({ specification: { ...allowed, locales: ["en"] }, texts: {} });
    const codes = obstaclesToReview(draft, null).map(({ code, place }) => `${code} ${place}`.trim());
    expect(codes).toEqual([
      "language-missing fr",
      "text-missing en.title",
      "text-missing en.claim",
      "text-missing en.who_answered",
      "text-missing en.what_happened",
      "text-missing en.who_refused",
      "text-missing en.what_it_does",
      "text-missing en.what_helped",
      "tables-missing",
    ]);
  });
  test("is closed where a chosen figure is withheld or its table left out", () => {
    expect(obstaclesToReview(sampleDraft(), sampleRelease())).toEqual([
      { code: "figure-not-shown", place: "consequence.staff_unpaid" },
    ]);
  });
  test("is closed where an ask has no shown table behind it", () => {
    const draft = sampleDraft({
      specification: allowed,
      asks: [{ code: "DN1", evidence: ["consequence"], dueOn: null }],
    });
    expect(obstaclesToReview(draft, sampleRelease())).toEqual([{ code: "ask-without-evidence", place: "DN1" }]);
  });
  test("is closed where the tables answer another specification", () => {
    const draft = sampleDraft({ specification: { ...allowed, dimensions: ["severity"] } });
    expect(obstaclesToReview(draft, sampleRelease())).toEqual([{ code: "tables-of-another-specification", place: "" }]);
  });
});
