import {
  type Instrument,
  type Kind,
  type Question,
  questionSchema,
} from "#app/features/surveys/instruments/instrument.ts";
import type { Words } from "#app/features/surveys/instruments/words.ts";

/** What a question of each kind has besides what all have, as it begins. */
const BEGINS: Record<Kind, Readonly<Record<string, unknown>>> = {
  statement: {},
  "yes-no": {},
  "one-of": { options: [] },
  "many-of": { options: [] },
  band: { options: [] },
  matrix: { rows: [], options: [] },
  number: {},
  "number-by-row": { rows: [] },
  quarter: {},
  "quarter-by-row": { rows: [] },
  places: { countries: 0 },
  ranking: { options: [], places: 3 },
  "short-text": { most: 200 },
  "long-text": { most: 2000 },
};

const COMMON = ["help", "required", "mayDecline", "shownWhen", "apart"] as const;
const OF_STATEMENTS: readonly string[] = ["help", "shownWhen"];

/** Limits that mean the same in both kinds: a longest text is no largest number. */
const SHARED: readonly (readonly [kinds: readonly Kind[], parts: readonly string[]])[] = [
  [
    ["number", "number-by-row"],
    ["least", "most", "decimals"],
  ],
  [
    ["quarter", "quarter-by-row"],
    ["earliest", "latest"],
  ],
  [["short-text", "long-text"], ["most"]],
];

/**
 * With nothing but its text and what its kind must have, so that it can be read; that answers are missing is a fault
 * and may stand.
 */
export function newQuestion(kind: Kind, name: string, label: Words): Question {
  return questionSchema.parse({ kind, name, label, ...BEGINS[kind] });
}

/** The same question with another kind of answer: whatever both kinds have stays, answers and rows above all. */
export function asKind(question: Question, kind: Kind): Question {
  const known = question as unknown as Readonly<Record<string, unknown>>;
  const limits = SHARED.filter(([kinds]) => kinds.includes(question.kind) && kinds.includes(kind)).flatMap(
    ([, parts]) => parts,
  );
  const common = COMMON.filter((part) => kind !== "statement" || OF_STATEMENTS.includes(part));
  const kept = [
    ...common,
    ...Object.keys(BEGINS[kind]).filter((part) => part === "options" || part === "rows"),
    ...limits,
  ];
  const parts = Object.fromEntries(kept.filter((part) => known[part] !== undefined).map((part) => [part, known[part]]));
  return questionSchema.parse({ kind, name: question.name, label: question.label, ...BEGINS[kind], ...parts });
}

/** A questionnaire with nothing in it yet: one page to begin with. */
export function emptyInstrument(
  title: Words,
  languages: Instrument["languages"],
  texts: { readonly thanks: Words; readonly page: Words },
): Instrument {
  return {
    ...{ format: 1, name: "survey", version: 1, languages, title, thanks: texts.thanks },
    pages: [{ name: "page_1", title: texts.page, questions: [] }],
  };
}
