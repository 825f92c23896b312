import type { SurveyBenchmark } from "#app/features/registers/survey-benchmarks.ts";
import { findQuestion } from "#app/features/surveys/instruments/instrument.ts";
import { benchmarksFor } from "./benchmarks.ts";
import { type Indicator, type IndicatorName, indicatorsOf } from "./indicators.ts";
import type { ResultWords } from "./result-words.ts";
import type { Sample } from "./sample.ts";

export interface IndicatorResult extends Omit<Indicator, "bands"> {
  /** the incident or remedy in words; null where the indicator's own words say all */
  readonly label: string | null;
  /** bands in words */
  readonly bands: readonly string[];
  readonly benchmarks: readonly PublishedFigure[];
}

/** A figure that somebody else has published of the same thing. */
export interface PublishedFigure {
  readonly study: string;
  /** what exactly it counts, in the study's own words */
  readonly measure: string;
  readonly year: number;
  readonly n: number | null;
  /** of whom, in the study's own words */
  readonly base: string | null;
  /** in per cent, as printed: "37", or ">33" */
  readonly value: string;
  /** the same in [0, 1]; null where only a bound is published */
  readonly share: number | null;
  readonly source: string | null;
}

/** Where rows of one indicator stand together: its question tells their words. */
const ROWS_OF: Partial<Record<IndicatorName, string>> = { happened: "q13", solved: "q33" };

/** Every indicator that the questionnaire has, in words, with what others have published of the same thing. */
export function indicatorResults(
  sample: Sample,
  words: ResultWords,
  benchmarks: readonly SurveyBenchmark[],
): readonly IndicatorResult[] {
  return indicatorsOf(sample).map((indicator) => ({
    ...indicator,
    label: indicatorLabel(indicator, sample, words),
    bands: indicator.bands.map((band) => words.code(findQuestion(sample.instrument, "q22")!, band)),
    benchmarks: benchmarksFor(indicator, benchmarks).map(published),
  }));
}

/** @returns null where an indicator is of no row: its own name says all */
export function indicatorLabel(
  { name, of }: Pick<Indicator, "name" | "of">,
  { instrument }: Pick<Sample, "instrument">,
  words: ResultWords,
): string | null {
  const question = of === null ? null : findQuestion(instrument, ROWS_OF[name] ?? "");
  return of === null || question === null ? null : words.row(question, of);
}

function published({ study, measure, year, sample_size, base, value, source }: SurveyBenchmark): PublishedFigure {
  const share = value.startsWith(">") ? null : Number(value) / 100;
  return { study, measure, year, n: sample_size, base, value, share, source };
}
