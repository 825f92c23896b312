import { labelOf } from "#app/features/briefings/figures/briefing-labels.server.ts";
import { measureDays } from "#app/features/briefings/figures/measure-days.server.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { drawChart } from "#app/features/briefings/files/chart.server.ts";
import { type LanguageVersion, languageVersion } from "#app/features/briefings/published/language-version.ts";
import type { ProtectedSurvey } from "#app/features/surveys/publishing/protected-survey.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { sampleDraft, sampleRelease } from "./sample-briefing.ts";

const words = (text: string) => Object.fromEntries(LOCALES.map((locale) => [locale, `${text} in ${locale}`]));
const line = (code: string, base: number | null, count: number | null) => ({
  ...{ code, level: "row" as const, label: words(code), base, counts: [count], benchmarks: [] },
});
const STUDY = { study: "A study", year: 2017, sampleSize: 305, value: ">33", source: null };

/** Three invented questions: lines of which one is withheld, a handful that gives no share, and answers as columns. */
export const sampleSurvey: ProtectedSurvey = {
  wave: { session: "ASP25", referenceFrom: "2025-12-07", referenceTo: "2026-10-31" },
  release: "asp25-survey-0",
  questions: [
    {
      ...{ id: "q27", title: words("Stopped"), columns: [] },
      lines: [line("court_contact", 8, 5), line("travel", null, 9)],
    },
    {
      ...{ id: "q13", title: words("Happened"), columns: [] },
      lines: [{ ...line("fees", 60, 21), benchmarks: [STUDY] }, line("cards", 60, null)],
    },
    {
      ...{ id: "q33", title: words("Results"), columns: [words("Solved"), words("Waiting")] },
      ...{ columnCodes: ["solved", "waiting"], lines: [{ ...line("appeal", 20, 9), counts: [9, null] }] },
    },
  ],
  ...{ held: [], certificate: null },
};

/** The sample's tables with the survey beside them. */
export const releaseWithSurvey = (survey: ProtectedSurvey | undefined = sampleSurvey): ProtectedRelease => ({
  ...sampleRelease(),
  ...(survey && { survey }),
});

/** One language of the sample briefing, as those who write a page are given it. */
export function sampleVersion(
  release: ProtectedRelease = releaseWithSurvey(),
  locale: Locale = "en",
  draft = sampleDraft(),
): LanguageVersion {
  const text = draft.texts[locale];
  if (!text) throw new Error("the sample has no such language");
  return languageVersion(draft, release, text, locale, { textFor, labelOf, drawChart, measureDays });
}
