import { isDeclined } from "#app/features/surveys/instruments/answer-value.ts";
import { type Question, questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { asks, isApart } from "#app/features/surveys/instruments/kinds.ts";
import type { Bases } from "./distribution.ts";
import type { Sample } from "./sample.ts";

/** Of a whole question, whatever its kind: a question of rows is answered where one of them is. */
export function questionBases({ name }: Pick<Question, "name">, { respondents }: Sample): Bases {
  const bases = { asked: 0, answered: 0, declined: 0, empty: 0 };
  for (const { asked, answers } of respondents) {
    if (!asked.has(name)) continue;
    bases.asked += 1;
    const value = answers[name];
    if (value === undefined) bases.empty += 1;
    else if (isDeclined(value)) bases.declined += 1;
    else bases.answered += 1;
  }
  return bases;
}

export interface AskedQuestion {
  readonly question: Question;
  readonly bases: Bases;
}

/** What became of each question, in the order in which they are asked. What is kept apart is not among the answers. */
export function itemResponse(sample: Sample): readonly AskedQuestion[] {
  return questionsOf(sample.instrument)
    .filter((question) => asks(question) && !isApart(question))
    .map((question) => ({ question, bases: questionBases(question, sample) }));
}
