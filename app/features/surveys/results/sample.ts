import type { Answers } from "#app/features/surveys/instruments/answer-value.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { routed } from "#app/features/surveys/instruments/routing.ts";
import { unweighted, type Weighting } from "#app/features/surveys/statistics/post-stratification.ts";

/** One organisation's answers after one walk: what it was asked, and what of its answers counts. */
export interface Walked {
  /** the rows that were asked of each question; none where a question has no rows */
  readonly asked: ReadonlyMap<string, readonly string[]>;
  readonly answers: Answers;
}

export interface Respondent extends Walked {
  readonly weight: number;
}

/** All answers to one version of an instrument, walked through once. */
export interface Sample {
  readonly instrument: Instrument;
  readonly respondents: readonly Respondent[];
  readonly weighting: Weighting;
}

/** @param weighting  of the same answers in the same order; left out, all of them weigh 1 */
export function sampleOf(instrument: Instrument, all: readonly Answers[], weighting?: Weighting): Sample {
  return weighed(
    instrument,
    all.map((answers) => walkedThrough(instrument, answers)),
    weighting,
  );
}

/** The same of what was walked through before. */
export function weighed(
  instrument: Instrument,
  all: readonly Walked[],
  weighting: Weighting = unweighted(all.length),
): Sample {
  const respondents = all.map((walked, place) => ({ ...walked, weight: weighting.weights[place] ?? 1 }));
  return { instrument, respondents, weighting };
}

/** One walk through the questionnaire: what routing does not ask does not count. */
export function walkedThrough(instrument: Instrument, given: Answers): Walked {
  const { pages, answers } = routed(instrument, given);
  const asked = pages.flatMap(({ questions }) =>
    questions.map(({ question, rows }) => [question.name, rows.map(({ code }) => code)] as const),
  );
  return { asked: new Map(asked), answers };
}
