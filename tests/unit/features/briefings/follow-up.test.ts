import { describe, expect, test } from "vitest";
import { obstaclesToReview } from "#app/features/briefings/drafting/briefing-readiness.ts";
import { followUpFields, followUpForm } from "#app/features/briefings/drafting/follow-up-form.ts";
import { type FollowUp, gapsIn } from "#app/features/briefings/follow-up.ts";
import { by, publishedFrom, sampleDraft, sampleLabelOf, sampleRelease } from "./sample-briefing.ts";

const LAST = { slug: "asp24", session: "ASP24", codes: ["SP2", "RB2"] } as const;
const WHOLE: FollowUp = {
  slug: "asp24",
  session: "ASP24",
  asks: [
    { code: "RB2", state: "not_begun", texts: {}, source: "" },
    {
      code: "SP2",
      state: "begun",
      texts: { en: `One of {{organisations}}.`, fr: "Une." },
      source: "https://example.org/a",
    },
  ],
};

describe("what became of the last asks", () => {
  test("is whole where every ask is told of, what was done with words and a source", () => {
    expect(gapsIn(WHOLE, LAST, ["en", "fr"])).toEqual([]);
    expect(gapsIn(undefined, LAST, ["en", "fr"])).toEqual([]);
  });

  test("misses an ask that is not told of, words of a language, a source", () => {
    const asks = [{ ...WHOLE.asks[1]!, source: "" }];
    expect(gapsIn({ ...WHOLE, asks }, LAST, ["en", "fr", "ar"])).toEqual([
      { code: "follow-up-missing", place: "RB2" },
      { code: "follow-up-text-missing", place: "ar.SP2" },
      { code: "follow-up-source-missing", place: "SP2" },
    ]);
  });

  test("what is asked no longer needs words and no source", () => {
    const asks = [WHOLE.asks[0]!, { code: "SP2" as const, state: "no_longer" as const, texts: {}, source: "" }];
    expect(gapsIn({ ...WHOLE, asks }, LAST, ["en"])).toEqual([{ code: "follow-up-text-missing", place: "en.SP2" }]);
  });

  test("is stale once another briefing is the newest, or that one was withdrawn", () => {
    const stale = [{ code: "follow-up-stale", place: "" }];
    expect(gapsIn(WHOLE, { ...LAST, slug: "asp25" }, ["en"])).toEqual(stale);
    expect(gapsIn(WHOLE, null, ["en"])).toEqual(stale);
  });

  test("its texts are looked at like all others", () => {
    const asks = WHOLE.asks.map((ask) => ({ ...ask, texts: { en: "{{organisations-by-outcome:open}}", fr: "Un." } }));
    const specification = { ...sampleDraft().specification, locales: ["en", "fr"] as ("en" | "fr")[], figures: [] };
    const draft = sampleDraft({ specification, followUp: { ...WHOLE, asks } });
    expect(obstaclesToReview(draft, sampleRelease(), { ...LAST, codes: [...LAST.codes] })).toMatchObject([
      { code: "reference-unknown", place: "en.RB2" },
      { code: "reference-unknown", place: "en.SP2" },
    ]);
  });

  test("comes out of the form as it went in, and what was not chosen stays out", () => {
    const form = followUpForm.parse({ recordVersion: "4", slug: "asp24", "state-EU1": "", ...followUpFields(WHOLE) });
    expect(form).toEqual({ recordVersion: 4, slug: "asp24", asks: [WHOLE.asks[1], WHOLE.asks[0]] });
  });

  test("is printed in the order of addressees, with figures in the place of references", () => {
    const { followUp } = publishedFrom(sampleDraft({ followUp: WHOLE }), sampleLabelOf).texts.en!;
    expect(followUp).toMatchObject({
      lead: "They stood in the “Briefing for the 24th session of the Assembly of States Parties”.",
      asks: [
        { code: "SP2", state: "begun", stateWords: "Begun", text: "One of 85.", source: "https://example.org/a" },
        { code: "RB2", state: "not_begun", text: "", source: "" },
      ],
    });
  });

  test("is left out where nobody told of it", () => {
    expect(publishedFrom(sampleDraft(), sampleLabelOf).texts.en!.followUp).toBeNull();
  });
});

describe("the figure behind an ask", () => {
  const ID = by("incident_group");
  const withFigure = (codes: string[]) =>
    sampleDraft({
      specification: { ...sampleDraft().specification, figures: [] },
      asks: [{ code: "SP2", evidence: [ID], dueOn: null, figure: { table: ID, codes } }],
    });

  test("is printed beside its table", () => {
    const [group] = publishedFrom(withFigure(["account"]), sampleLabelOf).texts.en!.asks.groups;
    const value = sampleRelease()
      .tables.find(({ id }) => id === ID)!
      .cells.find(({ codes }) => codes[0] === "account")!.value;
    expect(group!.asks[0]!.figure).toBe(`account in en: ${value} organisations (Table 3)`);
  });

  test("that is not printed keeps a briefing from review, and is never printed", () => {
    const draft = withFigure(["nowhere"]);
    expect(obstaclesToReview(draft, sampleRelease())).toEqual([{ code: "ask-figure-not-shown", place: "SP2" }]);
    expect(publishedFrom(draft, sampleLabelOf).texts.en!.asks.groups[0]!.asks[0]!.figure).toBeNull();
  });
});
