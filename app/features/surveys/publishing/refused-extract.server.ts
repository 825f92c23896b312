import type { ExtractOutcome, FailingClass } from "#app/features/disclosure/extract/extract.server.ts";
import type { WaveResults } from "#app/features/surveys/results/open-results.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { type ExtractChoice, extractColumns, PAIRED } from "./survey-extract.ts";
import { ALL } from "./survey-subject.ts";
import { surveyWords } from "./survey-words.server.ts";

/** Why rows cannot leave, in words: combinations of answers by which too few organisations are alike. */
export interface RefusedExtract {
  readonly reason: Extract<ExtractOutcome, { kind: "refused" }>["reason"];
  readonly failing: readonly { readonly words: readonly string[]; readonly faults: FailingClass["faults"] }[];
}

/** More combinations than this nobody reads: coarser columns are chosen long before. */
const MOST_TOLD = 40;

/** The combinations that fail, in the reader's words. */
export function refusedExtract(
  { instrument }: WaveResults,
  { who }: ExtractChoice,
  { reason, guardian }: Extract<ExtractOutcome, { kind: "refused" }>,
  locale: Locale,
): RefusedExtract {
  const { labelOf } = surveyWords(instrument);
  const columns = extractColumns(instrument).who;
  const word = (code: string, place: number) => {
    const { subject } = columns.find(({ subject: { id } }) => id === who[place])!;
    return code.split(PAIRED).map((one) => labelOf(subject, one)[locale] ?? one);
  };
  // A question that was given up altogether parts nobody from anybody.
  const told = guardian.failing.slice(0, MOST_TOLD).map(({ codes, faults }) => ({
    words: codes.flatMap((code, place) => (code === ALL ? [] : [word(code, place).join(", ")])),
    faults: faults.filter((fault) => fault !== "nearly-alike" || !faults.includes("one-value")),
  }));
  return { reason, failing: told };
}
