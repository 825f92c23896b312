import { describe, expect, test } from "vitest";
import { obstaclesToReview } from "#app/features/briefings/drafting/briefing-readiness.ts";
import { by, sampleDraft, sampleRelease } from "../sample-briefing.ts";
import { releaseWithSurvey } from "../sample-survey.ts";

describe("review", () => {
  const allowed = { ...sampleDraft().specification, figures: [] };
  test("is open to a whole briefing", () => {
    expect(obstaclesToReview(sampleDraft({ specification: allowed }), sampleRelease())).toEqual([]);
  });
  test("is closed without tables, without French, without a text of a part that has tables", () => {
    const draft = sampleDraft({ specification: { ...allowed, locales: ["en"] }, texts: {} });
    const codes = obstaclesToReview(draft, null).map(({ code, place }) => `${code} ${place}`.trim());
    expect(codes).toEqual(["language-missing fr", "text-missing en.title", "text-missing en.claim", "tables-missing"]);
    const withTables = obstaclesToReview(draft, sampleRelease()).filter(({ code }) => code === "text-missing");
    expect(withTables.map(({ place }) => place)).toEqual([
      "en.title",
      "en.claim",
      "en.who_answered",
      "en.what_happened",
      "en.who_refused",
      "en.what_it_does",
      "en.what_helped",
    ]);
  });
  test("is closed where a chosen figure is withheld or its table left out", () => {
    const figures = [
      { table: by("incident_group"), codes: ["account"] },
      { table: by("consequence"), codes: ["terms_violation"] },
      { table: by("outcome"), codes: ["open"] },
    ];
    expect(obstaclesToReview(sampleDraft({ specification: { ...allowed, figures } }), sampleRelease())).toEqual([
      { code: "figure-not-shown", place: "organisations-by-consequence:terms_violation" },
      { code: "figure-not-shown", place: "organisations-by-outcome:open" },
    ]);
  });
  test("is closed where an ask has no shown table behind it", () => {
    const draft = sampleDraft({
      specification: allowed,
      asks: [{ code: "DN1", evidence: [by("outcome")], dueOn: null }],
    });
    expect(obstaclesToReview(draft, sampleRelease())).toEqual([{ code: "ask-without-evidence", place: "DN1" }]);
  });
  test("is closed where a text points to what is not there, by language and part", () => {
    const draft = sampleDraft({ specification: { ...allowed, locales: ["en", "fr"] } });
    draft.texts.fr!.claim = "{{organisations-by-outcome:open}} et {{illisible";
    draft.texts.en!.title = `{{${by("incident_group")}:account}} of {{organisations}}`;
    // Not one of the briefing's languages: nobody prints it.
    draft.texts.es!.claim = "{{nada}}";
    expect(obstaclesToReview(draft, sampleRelease())).toEqual([
      { code: "reference-unknown", place: "fr.claim", written: "{{organisations-by-outcome:open}}" },
      { code: "reference-broken", place: "fr.claim", written: "{{illisible" },
    ]);
    expect(obstaclesToReview(draft, null).map(({ code }) => code)).toEqual(["reference-broken", "tables-missing"]);
  });
  test("takes a printed figure of a survey for an ask, a text and large type, and none that is withheld or gone", () => {
    const using = (code: string) => {
      const figure = { table: "survey-q13", codes: [code, "count"] };
      const draft = sampleDraft({
        specification: { ...allowed, figures: [figure] },
        asks: [{ code: "SP2", evidence: ["survey-q13"], dueOn: null, figure }],
      });
      draft.texts.en!.claim = `{{survey-q13:${code},count #}} of {{survey-q13:${code},_asked}}`;
      return draft;
    };
    expect(obstaclesToReview(using("fees"), releaseWithSurvey())).toEqual([]);
    expect(obstaclesToReview(using("cards"), releaseWithSurvey())).toEqual([
      { code: "figure-not-shown", place: "survey-q13:cards+count" },
      { code: "ask-figure-not-shown", place: "SP2" },
    ]);
    expect(obstaclesToReview(using("fees"), sampleRelease()).map(({ code }) => code)).toEqual([
      ...["reference-unknown", "reference-unknown", "figure-not-shown"],
      ...["ask-without-evidence", "ask-figure-not-shown"],
    ]);
  });
  test("is closed where no table could be shown", () => {
    const held = { ...sampleRelease(), tables: [] };
    expect(obstaclesToReview(sampleDraft({ specification: allowed }), held)).toEqual([
      { code: "tables-held", place: "" },
    ]);
  });
});
