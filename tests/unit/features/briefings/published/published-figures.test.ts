import { describe, expect, test } from "vitest";
import type { FigureChoice } from "#app/features/briefings/briefing.ts";
import { earlierShares } from "#app/features/briefings/published/earlier-survey.ts";
import { publishedFigures } from "#app/features/briefings/published/published-figures.ts";
import { publishedSurvey } from "#app/features/briefings/published/published-survey.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { sampleDraft } from "../sample-briefing.ts";
import { releaseWithSurvey, sampleSurvey, sampleVersion } from "../sample-survey.ts";

const SHARE: FigureChoice = { table: "survey-q13", codes: ["fees", "share"] };

/** The survey of the session before: the same questions, and the first answer of "Happened" as often as is said. */
function lastTime(count: number, asked = 48, title = "Happened in en") {
  const [stopped, happened, results] = sampleSurvey.questions;
  const line = { ...happened!.lines[0]!, base: asked, counts: [count] };
  const questions = [stopped!, { ...happened!, title: { en: title }, lines: [line, happened!.lines[1]!] }, results!];
  const version = sampleVersion(releaseWithSurvey({ ...sampleSurvey, questions }));
  const tables = (["what_happened", "what_it_does", "what_helped"] as const).flatMap((id) =>
    publishedSurvey(id, version),
  );
  return { session: "ASP24", figures: tables.flatMap(earlierShares) };
}

function large(figure: FigureChoice, earlier: ReturnType<typeof lastTime> | null = null, locale: Locale = "en") {
  const { specification } = sampleDraft();
  const draft = sampleDraft({ specification: { ...specification, figures: [figure] } });
  return publishedFigures({ ...sampleVersion(releaseWithSurvey(), locale, draft), earlier })[1];
}

describe("a figure of a survey in large type", () => {
  test("says question, answer, and of how many asked", () => {
    expect(large(SHARE)).toEqual({
      value: "35%",
      label: "share of organisations: fees in en",
      note: "Happened in en · Table S1 · of 60 asked in the survey",
      table: "survey-q13",
    });
    expect(large({ ...SHARE, codes: ["fees", "count"] })).toMatchObject({
      value: "21",
      label: "organisations: fees in en",
      note: "Happened in en · Table S1 · of 60 asked in the survey",
    });
  });
  test("is not there where it is withheld, and does not say of how many where that is", () => {
    expect(large({ ...SHARE, codes: ["cards", "count"] })).toBeUndefined();
    expect(large({ table: "survey-q27", codes: ["travel", "count"] })?.note).toBe("Stopped in en · Table S2");
  });
  test("tells the change of its share since the same question was printed", () => {
    expect(large(SHARE, lastTime(12))?.note).toContain("Up from 25% in the ASP24 briefing.");
    expect(large(SHARE, lastTime(24))?.note).toContain("Down from 50% in the ASP24 briefing.");
    expect(large(SHARE, lastTime(12))?.note).not.toContain("rounded");
  });
  test("tells none of another question under the same name, of a handful, or of a count", () => {
    const bare = "Happened in en · Table S1 · of 60 asked in the survey";
    expect(large(SHARE, lastTime(12, 48, "Expected in en"))?.note).toBe(bare);
    expect(large(SHARE, lastTime(5, 8))?.note).toBe(bare);
    expect(large({ ...SHARE, codes: ["fees", "count"] }, lastTime(12))?.note).toBe(bare);
    expect(large({ table: "survey-q33", codes: ["appeal", "solved"] }, lastTime(12))?.note).toBe(
      "Results in en · Table S3 · of 20 asked in the survey",
    );
  });
  test("is compared in one language whatever the page's is", () => {
    for (const locale of LOCALES) expect(large(SHARE, lastTime(12), locale)?.note).toMatch(/25.*ASP24|ASP24.*25/);
  });
});
