import { z } from "zod";
import { codesIn } from "./code-lists.ts";
import { codeSchema, nameSchema } from "./names.ts";
import { wordsSchema } from "./words.ts";

const listName = z
  .string()
  .regex(/^[a-z][a-z_]*$/)
  .max(40);

const codeRefSchema = z.strictObject({ list: listName, code: codeSchema }).readonly();

/** An answer in the instrument's own words. */
const ownChoiceSchema = z
  .strictObject({
    code: codeSchema,
    label: wordsSchema,
    help: wordsSchema.optional(),
    /** stands alone: "none of these" */
    exclusive: z.literal(true).optional(),
  })
  .readonly();

/** Answers from a list of codes; their words come from there. */
const listedChoicesSchema = z
  .strictObject({
    list: listName,
    /** some of the list, in this order; left out, all of it as it stands today */
    only: z.array(codeSchema).min(1).max(300).readonly().optional(),
    /** codes that stand alone */
    exclusive: z.array(codeSchema).max(20).readonly().optional(),
    /** what these stand under, where several lists make one matrix */
    heading: codeRefSchema.optional(),
  })
  .readonly();

/** What was answered before: the options that were chosen, or the rows of a matrix that were answered in one of `where`. */
const carriedRowsSchema = z
  .strictObject({
    from: nameSchema,
    where: z.array(codeSchema).min(1).max(40).readonly().optional(),
    /** rows that make no sense here, such as "none tried" */
    except: z.array(codeSchema).max(40).readonly().optional(),
  })
  .readonly();

export type OwnChoice = z.infer<typeof ownChoiceSchema>;
export type ListedChoices = z.infer<typeof listedChoicesSchema>;
export type CarriedRows = z.infer<typeof carriedRowsSchema>;
export type ChoiceSource = OwnChoice | ListedChoices;

/** Answers or rows that one question has at most, from however many lists: whatever looks at a questionnaire walks through them. */
export const MOST_CHOICES = 300;

export const choicesSchema = z
  .array(z.union([ownChoiceSchema, listedChoicesSchema]))
  .max(MOST_CHOICES)
  .refine((choices) => choices.reduce((sum, source) => sum + codesOfSource(source).length, 0) <= MOST_CHOICES)
  .readonly();
export const rowsSchema = z.union([choicesSchema, carriedRowsSchema]);
export type Choices = z.infer<typeof choicesSchema>;
export type Rows = z.infer<typeof rowsSchema>;

/** One answer that can be chosen, or one row. */
export interface Choice {
  readonly code: string;
  readonly exclusive: boolean;
  /** where its words are */
  readonly source: ChoiceSource;
}

export const isCarried = (rows: Rows): rows is CarriedRows => "from" in rows;
export const isListed = (source: ChoiceSource): source is ListedChoices => "list" in source;

/** The codes that a list gives to an instrument, unknown ones among them: `faults` tells of those. */
export function codesOfSource(source: ChoiceSource): readonly string[] {
  return isListed(source) ? (source.only ?? codesIn(source.list)) : [source.code];
}

/** All answers in the order in which they are offered. */
export function choicesOf(sources: Choices): readonly Choice[] {
  return sources.flatMap((source) =>
    codesOfSource(source).map((code) => ({
      code,
      source,
      exclusive: isListed(source) ? (source.exclusive ?? []).includes(code) : source.exclusive === true,
    })),
  );
}
