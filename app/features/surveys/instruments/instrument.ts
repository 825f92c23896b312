import { z } from "zod";
import { LOCALES } from "#app/i18n/locales.ts";
import { choicesSchema, rowsSchema } from "./choices.ts";
import { type Atom, atomsOf, conditionSchema } from "./condition.ts";
import { nameSchema } from "./names.ts";
import { wordsSchema } from "./words.ts";

/** What every question has, whatever its kind. */
const common = {
  name: nameSchema,
  label: wordsSchema,
  help: wordsSchema.optional(),
  required: z.literal(true).optional(),
  /** offers "prefer not to say" */
  mayDecline: z.literal(true).optional(),
  shownWhen: conditionSchema.optional(),
  /** kept apart from all other answers, under another key: a way to be reached */
  apart: z.literal(true).optional(),
};

const limit = z.number().finite();
const length = z.number().int().min(1).max(10_000);
const quarter = z.string().regex(/^\d{4}-Q[1-4]$/);
const options = choicesSchema;
const rows = rowsSchema;
const numbers = { least: limit.optional(), most: limit.optional(), decimals: z.literal(true).optional() };
const quarters = { earliest: quarter.optional(), latest: quarter.optional() };

const KIND_SCHEMAS = {
  statement: z.strictObject({
    kind: z.literal("statement"),
    name: nameSchema,
    label: wordsSchema,
    help: common.help,
    shownWhen: common.shownWhen,
  }),
  "yes-no": z.strictObject({ kind: z.literal("yes-no"), ...common, unsure: z.literal(true).optional() }),
  "one-of": z.strictObject({ kind: z.literal("one-of"), ...common, options }),
  "many-of": z.strictObject({
    kind: z.literal("many-of"),
    ...common,
    options,
    atMost: z.number().int().min(1).optional(),
  }),
  band: z.strictObject({ kind: z.literal("band"), ...common, options }),
  matrix: z.strictObject({ kind: z.literal("matrix"), ...common, rows, options }),
  number: z.strictObject({ kind: z.literal("number"), ...common, ...numbers }),
  "number-by-row": z.strictObject({ kind: z.literal("number-by-row"), ...common, rows, ...numbers }),
  quarter: z.strictObject({ kind: z.literal("quarter"), ...common, ...quarters }),
  "quarter-by-row": z.strictObject({ kind: z.literal("quarter-by-row"), ...common, rows, ...quarters }),
  /** regions as the United Nations group States, and, where somebody wants to say it, countries */
  places: z.strictObject({ kind: z.literal("places"), ...common, countries: z.number().int().min(0).max(12) }),
  ranking: z.strictObject({ kind: z.literal("ranking"), ...common, options, places: z.number().int().min(1).max(20) }),
  "short-text": z.strictObject({ kind: z.literal("short-text"), ...common, most: length }),
  "long-text": z.strictObject({ kind: z.literal("long-text"), ...common, most: length }),
} as const;

export type Kind = keyof typeof KIND_SCHEMAS;
export const KINDS = Object.keys(KIND_SCHEMAS) as readonly Kind[];

export const questionSchema = z.discriminatedUnion("kind", [
  KIND_SCHEMAS.statement,
  KIND_SCHEMAS["yes-no"],
  KIND_SCHEMAS["one-of"],
  KIND_SCHEMAS["many-of"],
  KIND_SCHEMAS.band,
  KIND_SCHEMAS.matrix,
  KIND_SCHEMAS.number,
  KIND_SCHEMAS["number-by-row"],
  KIND_SCHEMAS.quarter,
  KIND_SCHEMAS["quarter-by-row"],
  KIND_SCHEMAS.places,
  KIND_SCHEMAS.ranking,
  KIND_SCHEMAS["short-text"],
  KIND_SCHEMAS["long-text"],
]);
export type Question = z.infer<typeof questionSchema>;
export type QuestionOf<K extends Kind> = Extract<Question, { kind: K }>;

/** Where a survey may end before its last page. Looked at when its page has been answered. */
const endSchema = z.strictObject({
  name: nameSchema,
  when: conditionSchema,
  words: wordsSchema,
  /** false: nothing is sent at all, as when somebody does not agree to take part */
  sends: z.boolean(),
});
export type End = z.infer<typeof endSchema>;

const pageSchema = z.strictObject({
  name: nameSchema,
  title: wordsSchema,
  intro: wordsSchema.optional(),
  shownWhen: conditionSchema.optional(),
  questions: z.array(questionSchema).max(60).readonly(),
  ends: z.array(endSchema).max(6).readonly().optional(),
});
export type Page = z.infer<typeof pageSchema>;

/** The form of the data itself, should it ever change. */
const INSTRUMENT_FORMAT = 1;

/** In all of an instrument: ten standard ones, and little enough that a file which somebody has sent keeps nobody waiting. */
const MOST_QUESTIONS = 600;
const MOST_COMPARED = 3_000;

const pagesSchema = z.array(pageSchema).min(1).max(80).refine(isSmallEnough).readonly();

export const instrumentSchema = z.strictObject({
  format: z.literal(INSTRUMENT_FORMAT),
  name: nameSchema,
  version: z.number().int().min(1).max(100_000),
  languages: z.array(z.enum(LOCALES)).min(1).readonly(),
  title: wordsSchema,
  intro: wordsSchema.optional(),
  thanks: wordsSchema,
  pages: pagesSchema,
});

function isSmallEnough(pages: readonly Page[]): boolean {
  const conditions = pages.flatMap(({ shownWhen, questions, ends = [] }) => [
    shownWhen,
    ...questions.map((question) => question.shownWhen),
    ...ends.map(({ when }) => when),
  ]);
  const questions = pages.reduce((sum, page) => sum + page.questions.length, 0);
  const compared = conditions.flatMap(atomsOf).reduce((sum, atom) => sum + comparisonsOf(atom), 0);
  return questions <= MOST_QUESTIONS && compared <= MOST_COMPARED;
}

/** With how many answers a condition compares: written out for other tools, each is a piece of text. */
const comparisonsOf = (atom: Atom): number =>
  atom.op === "any-row" ? atom.values.length * (atom.rows?.length ?? 1) : 1;

/** A questionnaire as data. A published version never changes; whoever changes one makes the next version. */
export type Instrument = z.infer<typeof instrumentSchema>;

/** In the order in which they are asked, statements among them. */
export function questionsOf({ pages }: Instrument): readonly Question[] {
  return pages.flatMap(({ questions }) => questions);
}

const byName = new WeakMap<Instrument, ReadonlyMap<string, Question>>();

/** The first question of that name. An instrument is never changed in place, so its index is made once. */
export function findQuestion(instrument: Instrument, name: string): Question | null {
  const index =
    byName.get(instrument) ??
    new Map(
      questionsOf(instrument)
        .toReversed()
        .map((one) => [one.name, one]),
    );
  byName.set(instrument, index);
  return index.get(name) ?? null;
}

/** The first page of that name. */
export function findPage({ pages }: Instrument, name: string): Page | null {
  return pages.find((page) => page.name === name) ?? null;
}
