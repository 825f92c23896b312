import { rowsIn } from "#app/features/surveys/instruments/answer-value.ts";
import type { QuestionOf } from "#app/features/surveys/instruments/instrument.ts";
import { rowCodes } from "#app/features/surveys/instruments/offered-rows.ts";
import type { RowsResult } from "./question-result.ts";
import type { ResultWords } from "./result-words.ts";
import type { Sample } from "./sample.ts";

/** Stands for the question itself where it has no rows. */
const NO_ROW = "";

/** Quarters are counted as they were named; a row of them is no whole of which shares would speak. */
export function quartersResult(
  question: QuestionOf<"quarter" | "quarter-by-row">,
  sample: Sample,
  words: ResultWords,
): RowsResult {
  const named = namedQuarters(question, sample);
  const quarters = [...new Set([...named.values()].flatMap((counts) => [...counts.keys()]))].sort();
  const rows = question.kind === "quarter" ? [NO_ROW] : rowCodes(sample.instrument, question);
  return {
    kind: "rows",
    isWhole: false,
    columns: quarters.map((code) => ({ code, label: code })),
    rows: rows.flatMap((row) => {
      const counts = named.get(row);
      if (!counts) return [];
      const label = row === NO_ROW ? words.question(question) : words.row(question, row);
      const cells = quarters.map((quarter) => ({ count: counts.get(quarter) ?? 0, share: null }));
      return [{ key: `${question.name}.${row}`, label, n: cells.reduce((sum, { count }) => sum + count, 0), cells }];
    }),
  };
}

/** Of each row how often each quarter was named; rows of which nobody named one are not there. */
function namedQuarters({ name }: Pick<QuestionOf<"quarter">, "name">, { respondents }: Sample) {
  const named = new Map<string, Map<string, number>>();
  for (const { answers } of respondents) {
    const value = answers[name];
    const byRow = typeof value === "string" ? { [NO_ROW]: value } : (rowsIn(value) ?? {});
    for (const [row, quarter] of Object.entries(byRow)) {
      const counts = named.get(row) ?? new Map<string, number>();
      counts.set(String(quarter), (counts.get(String(quarter)) ?? 0) + 1);
      named.set(row, counts);
    }
  }
  return named;
}
