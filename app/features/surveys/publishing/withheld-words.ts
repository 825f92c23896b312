import type { GuardianReport } from "#app/features/disclosure/protect-outcome.ts";
import type { Words } from "#app/features/surveys/instruments/words.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import type { SurveyWords } from "./protected-survey.ts";
import type { SurveySubject } from "./survey-subject.ts";

/** What a withheld figure of a survey is about, for whoever reads of it without the questionnaire. */
export interface WithheldWords {
  readonly question: Words;
  /** the answer, behind its row where there are rows; how many were asked, where it is that */
  readonly figure: Words;
}

/** How the figures of a survey were protected. */
export interface SurveyProtection {
  readonly seed: string;
  readonly report: Omit<GuardianReport, "records">;
  /** by place of the report */
  readonly words: Readonly<Record<string, WithheldWords>>;
}

/**
 * The words of each withheld place of a report.
 * @returns by place, as the report writes it (`q5_asked=_asked|q5=africa`); a place of no question has none
 */
export function withheldWords(
  { audit }: Pick<GuardianReport, "audit">,
  subjects: readonly SurveySubject[],
  words: SurveyWords,
): Readonly<Record<string, WithheldWords>> {
  const places = new Set((audit?.intervals ?? []).map(({ place }) => place));
  return Object.fromEntries(
    [...places].flatMap((place) => {
      const said = wordsAt(place, subjects, words);
      return said ? [[place, said]] : [];
    }),
  );
}

function wordsAt(place: string, subjects: readonly SurveySubject[], { titleOf, labelOf }: SurveyWords) {
  const parts = place.split("|").flatMap((part) => {
    const [name, code = ""] = part.split("=");
    const subject = subjects.find(({ dimensions }) => dimensions.some((dimension) => dimension.name === name));
    const isBase = subject?.dimensions.some((dimension) => dimension.name === name && dimension.isBase) ?? false;
    return subject ? [{ name, code, subject, isBase }] : [];
  });
  // That those in it were asked goes without saying, unless nothing else is said.
  const [told] = [...parts.filter(({ isBase }) => !isBase), ...parts];
  if (!told) return null;
  const { subject, name, code } = told;
  const row = subject.columns.length > 0 ? rowOf(subject, name) : null;
  const labels = [...(row === null ? [] : [labelOf(subject, row)]), labelOf(subject, code)];
  const figure = Object.fromEntries(
    LOCALES.map((locale) => [locale, labels.map((label) => label[locale]).join(" · ")]),
  );
  return { question: titleOf(subject), figure } satisfies WithheldWords;
}

/** Where answers are columns, each row is a table of its own, with another of those who were asked. */
const rowOf = ({ lines }: SurveySubject, dimension: string | undefined): string | null =>
  lines.find(({ base: { table } }) => dimension === table || dimension === `${table}_asked`)?.code ?? null;
