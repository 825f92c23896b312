import { rowsIn } from "#app/features/surveys/instruments/answer-value.ts";
import { type Question, questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import type { Respondent, Sample } from "./sample.ts";
import { LEAST_BASE } from "./tally.ts";

/** What numbers were given to a question, or to one row of it. */
export interface NumberSummary {
  readonly name: string;
  readonly question: Question;
  readonly row: string | null;
  readonly asked: number;
  readonly answered: number;
  /** of those who answered, each once whatever it weighs; null where fewer than ten did */
  readonly quartiles: readonly [lower: number, median: number, upper: number] | null;
}

/** Every question that is answered with a number, its rows one by one. */
export function numberSummaries({ instrument, respondents }: Sample): readonly NumberSummary[] {
  return questionsOf(instrument).flatMap((question) => {
    if (question.kind === "number") return [summary(question, null, respondents)];
    if (question.kind !== "number-by-row") return [];
    const rows = new Set(respondents.flatMap(({ asked }) => asked.get(question.name) ?? []));
    return [...rows].sort().map((row) => summary(question, row, respondents));
  });
}

function summary(question: Question, row: string | null, respondents: readonly Respondent[]): NumberSummary {
  const asked = respondents.filter((one) => {
    const rows = one.asked.get(question.name);
    return rows !== undefined && (row === null || rows.includes(row));
  });
  const given = asked.flatMap(({ answers }) => {
    const value = row === null ? answers[question.name] : rowsIn(answers[question.name])?.[row];
    return typeof value === "number" ? [value] : [];
  });
  return {
    name: row === null ? question.name : `${question.name}.${row}`,
    ...{ question, row, asked: asked.length, answered: given.length },
    quartiles: given.length < LEAST_BASE ? null : quartilesOf(given.toSorted((one, other) => one - other)),
  };
}

/** By the nearest rank upwards, so that each is a number that somebody gave. */
function quartilesOf(sorted: readonly number[]): [number, number, number] {
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!;
  return [at(0.25), at(0.5), at(0.75)];
}
