import { crossTable } from "./cross-table.ts";
import type { FigureRow } from "./question-result.ts";
import type { ResultWords } from "./result-words.ts";
import type { Sample } from "./sample.ts";
import { type Variable, variablesOf } from "./variable.ts";

/** Something that can be crossed, under the title of its page. */
export interface CrossChoice {
  readonly value: string;
  readonly label: string;
  readonly group: string;
}

/** Names of what is crossed, from an address: the last is told of the ones before it. */
export type CrossNames = readonly string[];

export type CrossResult =
  | { readonly kind: "none" }
  | { readonly kind: "too-large"; readonly cells: number }
  | {
      readonly kind: "table";
      readonly labels: readonly string[];
      /** who answered all of them */
      readonly n: number;
      readonly columns: readonly { readonly code: string; readonly label: string }[];
      readonly isWhole: boolean;
      readonly rows: readonly FigureRow[];
      /** combinations that nobody gave, which are left out */
      readonly emptyRows: number;
      /** of the ones before the last, whether somebody may stand in several rows */
      readonly isSeveral: boolean;
    };

/** With more cells nobody reads a table, and a page would weigh too much. */
const MOST_CELLS = 1_200;

/** Everything that is answered in codes, in the order in which it is asked. */
export function crossChoices({ instrument }: Pick<Sample, "instrument">, words: ResultWords): readonly CrossChoice[] {
  const pages = new Map(instrument.pages.flatMap((page) => page.questions.map(({ name }) => [name, page] as const)));
  return variablesOf(instrument).map(({ name, question, row }) => {
    const label = row === null ? words.question(question) : `${words.row(question, row)} · ${words.question(question)}`;
    return { value: name, label, group: words.page(pages.get(question.name)!) };
  });
}

/** Only what the questionnaire has, each once, at most three: an address may say anything. */
export function crossNames({ instrument }: Pick<Sample, "instrument">, asked: readonly (string | null)[]): CrossNames {
  const known = new Set(variablesOf(instrument).map(({ name }) => name));
  return [...new Set(asked)].filter((name): name is string => name !== null && known.has(name)).slice(0, 3);
}

/** @param names  by `crossNames`: fewer than two make no table */
export function crossResult(sample: Sample, names: CrossNames, words: ResultWords): CrossResult {
  if (names.length < 2) return { kind: "none" };
  const all = variablesOf(sample.instrument);
  const variables = names.map((name) => all.find((one) => one.name === name)!);
  const { n, rows } = crossTable(variables, sample);
  const filled = rows.filter((row) => row.n > 0);
  const across = variables.at(-1)!;
  const cells = filled.length * across.codes.length;
  if (cells > MOST_CELLS) return { kind: "too-large", cells };
  const before = variables.slice(0, -1);
  const code = ({ question }: Variable, said: string) => words.code(question, said);
  return {
    kind: "table",
    labels: variables.map(({ question, row }) => (row === null ? words.question(question) : words.row(question, row))),
    n,
    columns: across.codes.map((one) => ({ code: one, label: code(across, one) })),
    isWhole: !across.isSeveral,
    rows: filled.map((row) => ({
      key: row.codes.join("|"),
      label: row.codes.map((one, place) => code(before[place]!, one)).join(" · "),
      n: row.n,
      cells: row.cells.map(({ count, share }) => ({ count, share })),
    })),
    emptyRows: rows.length - filled.length,
    isSeveral: before.some(({ isSeveral }) => isSeveral),
  };
}
