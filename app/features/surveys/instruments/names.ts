import { z } from "zod";

// What every object of JavaScript has would pass for an answer that somebody gave.
const isPlain = (text: string) => !(text in {});

// Fields that a respondent's page has of its own: a question of that name would be taken for a secret, and never drawn again.
const OWN_FIELDS: readonly string[] = [
  "asked",
  "code",
  "words",
  "words1",
  "words2",
  "words3",
  "passphrase",
  "kept",
  "ticket",
];

/** Names of questions and pages: they become names of form fields, columns of a table and variables of other tools. */
export const nameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/)
  .max(40)
  .refine(isPlain)
  .refine((name) => !OWN_FIELDS.includes(name));

/** Codes of answers. One underscore at a time: two part a question's name from a row's code in field names. */
export const codeSchema = z
  .string()
  .regex(/^[A-Za-z0-9]+(_[A-Za-z0-9]+)*$/)
  .max(60)
  .refine(isPlain);

/** Stands among the options of a form where an answer may be declined, hence never among those of an instrument. */
export const DECLINE_CODE = "prefer_not_to_say";
