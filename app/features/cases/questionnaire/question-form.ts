import { z } from "zod";
import type { Answer, QuestionKey } from "#app/features/cases/case-report.ts";
import { accountNumberPlaces, maskAccountNumbers } from "#app/kernel/account-number-mask.ts";
import { FREE_TEXT_FIELDS } from "./free-text-fields.ts";
import { MASK_BUTTON } from "./mask-button.ts";
import { FREE_TEXT_QUESTIONS, type Question, questionOf } from "./report-questions.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Fields that the page adds to every form; they are no answer. */
const PAGE_FIELDS: ReadonlySet<string> = new Set(["formToken", "recordVersion", MASK_BUTTON.name]);

/**
 * The form of a question's page, for browser and server alike: the question's own form, and around it what holds for all.
 * A whole account number in a text is refused until it is cut down. Where nothing was filled in and nothing must be,
 * the answer is null: the question was passed over.
 */
export function questionForm(question: Question): z.ZodType<Answer<QuestionKey> | null> {
  const isFreeText = FREE_TEXT_QUESTIONS.includes(question.key);
  return z.record(z.string(), z.unknown()).transform((typed, context) => {
    const fields = isFreeText && typed[MASK_BUTTON.name] === MASK_BUTTON.value ? withMaskedNumbers(typed) : typed;
    const numbered = isFreeText ? fieldsWithNumbers(fields) : [];
    for (const name of numbered) context.addIssue(issue("report.text.account-number", [name]));
    if (numbered.length > 0) return z.NEVER;
    const read = question.form.safeParse(fields);
    if (read.success) return read.data;
    if (!question.required && isBlank(fields)) return null;
    for (const { message, path } of read.error.issues) context.addIssue(issue(message, path));
    return z.NEVER;
  });
}

/** For a browser, which asks for one question's form when somebody begins to fill it in. */
export function questionFormOf(key: QuestionKey) {
  return questionForm(questionOf(key));
}

function issue(message: string, path: PropertyKey[]) {
  return { code: "custom", message, path } as const;
}

function withMaskedNumbers(fields: Fields): Fields {
  return mapTexts(fields, maskAccountNumbers);
}

function fieldsWithNumbers(fields: Fields): string[] {
  return Object.entries(fields)
    .filter(([name, value]) => isFreeTextField(name) && typeof value === "string" && hasNumber(value))
    .map(([name]) => name);
}

/** A request may hold any other field, of any length; nobody reads those. */
const isFreeTextField = (name: string) => (FREE_TEXT_FIELDS as readonly string[]).includes(name);
const hasNumber = (text: string) => accountNumberPlaces(text).length > 0;

function mapTexts(fields: Fields, change: (text: string) => string): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === "string" && isFreeTextField(name) ? change(value) : value,
    ]),
  );
}

/** A precision is always sent, because a list always has something chosen; alone it says nothing. */
function isBlank(fields: Fields): boolean {
  return Object.entries(fields).every(
    ([name, value]) => PAGE_FIELDS.has(name) || name.endsWith("Precision") || value === "" || value === undefined,
  );
}
