import { nonResponse } from "./distribution.ts";
import { itemResponse } from "./question-bases.ts";
import type { ResultWords } from "./result-words.ts";
import type { Sample } from "./sample.ts";
import { LEAST_BASE } from "./tally.ts";

/** What became of one question. */
export interface GapRow {
  readonly name: string;
  readonly label: string;
  readonly asked: number;
  readonly answered: number;
  readonly declined: number;
  readonly empty: number;
  /** of those asked who gave no answer, in [0, 1]; null where fewer than ten were asked */
  readonly gap: number | null;
}

/** What became of every question, in the order in which they are asked. */
export function gapRows(sample: Sample, words: ResultWords): readonly GapRow[] {
  return itemResponse(sample).map(({ question, bases }) => ({
    ...{ name: question.name, label: words.question(question), ...bases },
    gap: bases.asked < LEAST_BASE ? null : nonResponse(bases),
  }));
}
