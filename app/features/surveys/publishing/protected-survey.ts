import type { Certificate } from "#app/features/disclosure/output/certificate.server.ts";
import type { HeldReason, Outcome } from "#app/features/disclosure/protect-outcome.ts";
import type { Words } from "#app/features/surveys/instruments/words.ts";
import type { WaveFacts } from "#app/features/surveys/waves/wave.ts";
import type { CellAt, SurveyLine, SurveySubject } from "./survey-subject.ts";

/** A figure of another study that stands beside a line, as printed there. */
export interface PrintedBenchmark {
  readonly study: string;
  readonly year: number;
  readonly sampleSize: number | null;
  /** percent: "37", or ">33" where only a bound is published */
  readonly value: string;
  readonly source: string | null;
}

export interface ProtectedLine extends Pick<SurveyLine, "code" | "level"> {
  readonly label: Words;
  /** how many were asked; null where it is withheld */
  readonly base: number | null;
  readonly counts: readonly (number | null)[];
  /** published figures about the same thing; none where there are none */
  readonly benchmarks: readonly PrintedBenchmark[];
}

/** One question of a survey as it may be printed, with its words: whoever prints it needs no questionnaire. */
export interface ProtectedQuestion {
  /** name of the question */
  readonly id: string;
  readonly title: Words;
  /** the words of its columns; none where lines are counted whole */
  readonly columns: readonly Words[];
  /** the codes of these answers; what was computed before they were kept has none */
  readonly columnCodes?: readonly string[];
  readonly lines: readonly ProtectedLine[];
}

/** Everything of a survey that may be printed. It holds no answer and no count that was withheld. */
export interface ProtectedSurvey {
  readonly wave: Pick<WaveFacts, "session" | "referenceFrom" | "referenceTo">;
  /** the name of its data package: answers of a wave are counted in one release only */
  readonly release: string;
  readonly questions: readonly ProtectedQuestion[];
  /** why nothing is shown; none where the tables passed */
  readonly held: readonly HeldReason[];
  readonly certificate: Certificate | null;
}

/** The words of a survey in every language, and what was published elsewhere. */
export interface SurveyWords {
  readonly titleOf: (subject: SurveySubject) => Words;
  readonly labelOf: (subject: SurveySubject, code: string) => Words;
  readonly benchmarksOf: (subject: SurveySubject, line: SurveyLine) => readonly PrintedBenchmark[];
}

/** What a release says of each question. A question of which nothing is left is not there. */
export function protectedQuestions(
  outcome: Outcome,
  subjects: readonly SurveySubject[],
  { titleOf, labelOf, benchmarksOf }: SurveyWords,
): readonly ProtectedQuestion[] {
  if (outcome.kind === "held") return [];
  const values = new Map(
    outcome.tables.flatMap(({ id, rows }) => rows.map(({ codes, value }) => [`${id}|${codes[0]}`, value] as const)),
  );
  const valueAt = ({ table, code }: CellAt) => values.get(`${table}|${code}`) ?? null;
  return subjects
    .map((subject) => ({
      id: subject.id,
      title: titleOf(subject),
      columns: subject.columns.map((code) => labelOf(subject, code)),
      ...(subject.columns.length > 0 && { columnCodes: subject.columns }),
      lines: subject.lines.map((line) => ({
        ...{ code: line.code, level: line.level, label: labelOf(subject, line.code), base: valueAt(line.base) },
        ...{ counts: line.counts.map(valueAt), benchmarks: benchmarksOf(subject, line) },
      })),
    }))
    .filter(({ lines }) => lines.some(({ counts }) => counts.some((count) => count !== null)));
}

/** Percent of those who were asked, from printed figures alone; null where either is withheld, or under ten were. */
export function printedPercent(count: number | null, base: number | null): number | null {
  if (count === null || base === null || base < LEAST_BASE) return null;
  const digits = base >= DECIMAL_FROM ? 1 : 0;
  return Number(((100 * count) / base).toFixed(digits));
}

/** As for every share that leaves the house (disclosure rules, section 10). */
const LEAST_BASE = 10;
const DECIMAL_FROM = 200;
