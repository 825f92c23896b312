import { rowsIn } from "#app/features/surveys/instruments/answer-value.ts";
import type { QuestionOf } from "#app/features/surveys/instruments/instrument.ts";
import { rowCodes } from "#app/features/surveys/instruments/offered-rows.ts";
import type { NumberRow, NumbersResult } from "./question-result.ts";
import type { ResultWords } from "./result-words.ts";
import type { Respondent, Sample } from "./sample.ts";
import { LEAST_BASE } from "./tally.ts";

type NumberQuestion = QuestionOf<"number" | "number-by-row">;

/** What numbers were given to a question, or to each of its rows that somebody was asked. */
export function numbersResult(question: NumberQuestion, sample: Sample, words: ResultWords): NumbersResult {
  const { instrument, respondents } = sample;
  if (question.kind === "number")
    return { kind: "numbers", rows: [{ label: null, ...summary(question, null, respondents) }] };
  const asked = new Set(respondents.flatMap((one) => one.asked.get(question.name) ?? []));
  const rows = rowCodes(instrument, question)
    .filter((row) => asked.has(row))
    .map((row) => ({ label: words.row(question, row), ...summary(question, row, respondents) }));
  return { kind: "numbers", rows };
}

function summary(
  { name }: Pick<NumberQuestion, "name">,
  row: string | null,
  respondents: readonly Respondent[],
): Omit<NumberRow, "label"> {
  const asked = respondents.filter((one) => {
    const rows = one.asked.get(name);
    return rows !== undefined && (row === null || rows.includes(row));
  });
  const given = asked.flatMap(({ answers }) => {
    const value = row === null ? answers[name] : rowsIn(answers[name])?.[row];
    return typeof value === "number" ? [value] : [];
  });
  return {
    key: row === null ? name : `${name}.${row}`,
    ...{ asked: asked.length, answered: given.length },
    quartiles: given.length < LEAST_BASE ? null : quartilesOf(given.toSorted((one, other) => one - other)),
  };
}

/** By the nearest rank upwards, so that each is a number that somebody gave. */
function quartilesOf(sorted: readonly number[]): [number, number, number] {
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!;
  return [at(0.25), at(0.5), at(0.75)];
}
