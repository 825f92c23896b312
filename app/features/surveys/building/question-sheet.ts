import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import { isCarried, type Rows } from "#app/features/surveys/instruments/choices.ts";
import {
  findQuestion,
  type Instrument,
  type Question,
  questionSchema,
  questionsOf,
} from "#app/features/surveys/instruments/instrument.ts";
import {
  isApart,
  isRequired,
  mayDecline,
  optionsSourceOf,
  rowsSourceOf,
} from "#app/features/surveys/instruments/kinds.ts";
import { nameSchema } from "#app/features/surveys/instruments/names.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { DOES_NOT_FIT, NO_QUESTIONNAIRE, wrongFields } from "./building-refusals.ts";
import { choiceFields, type Reading, readChoices } from "./choice-fields.ts";
import { isTicked, textIn, textsIn } from "./form-texts.ts";
import { questionNames } from "./fresh-name.ts";
import { LIMIT_FIELDS, readLimit } from "./limit-fields.ts";
import { perhapsIn, saidIn } from "./own-words.ts";
import { replaceQuestion } from "./question-edits.ts";
import { renameQuestion } from "./renaming.ts";

/** What the form of a question holds. Texts are those of one language; the others stay as they are. */
export function questionFields(question: Question, locale: Locale): FormValues {
  const known = question as unknown as Readonly<Record<string, unknown>>;
  const limits = LIMIT_FIELDS[question.kind].map((limit) => [limit, textOf(known[limit])]);
  const rows = rowsSourceOf(question);
  const options = optionsSourceOf(question);
  return {
    name: question.name,
    label: question.label[locale] ?? "",
    help: question.help?.[locale] ?? "",
    ...(isRequired(question) && { required: "yes" }),
    ...(mayDecline(question) && { mayDecline: "yes" }),
    ...(isApart(question) && { apart: "yes" }),
    ...Object.fromEntries(limits),
    ...(options && choiceFields("options", options, locale)),
    ...(rows && rowsFields(rows, locale)),
  };
}

const textOf = (value: unknown) => (value === undefined ? "" : value === true ? "yes" : String(value));

function rowsFields(rows: Rows, locale: Locale): FormValues {
  if (!isCarried(rows)) return { rowsFrom: "", ...choiceFields("rows", rows, locale) };
  return { rowsFrom: rows.from, rowsWhere: rows.where ?? [], rowsExcept: rows.except ?? [] };
}

/** A question as its form says it, in its place; renamed wherever it is named. */
export function applyQuestion(
  instrument: Instrument,
  name: string,
  values: FormValues,
  locale: Locale,
): Result<Instrument> {
  const question = findQuestion(instrument, name);
  if (!question) return refuse(NO_QUESTIONNAIRE);
  const wrong: Record<string, string> = {};
  const wanted = textIn(values, "name");
  if (!nameSchema.safeParse(wanted).success) wrong.name = "questionnaires.error.name";
  else if (wanted !== name && questionNames(instrument).has(wanted)) wrong.name = "questionnaires.error.name-taken";
  if (textIn(values, "label") === "") wrong.label = "questionnaires.error.text";
  const edited = {
    ...withoutEdited(question),
    ...textsSaid(question, values, locale),
    ...partsSaid(question, { values, locale, wrong }),
  };
  if (Object.keys(wrong).length > 0) return refuse(wrongFields(wrong));
  const read = questionSchema.safeParse(edited);
  if (!read.success) return refuse(DOES_NOT_FIT);
  const isOnly = questionsOf(instrument).filter((one) => one.name === name).length === 1;
  // Of two questions that a file has given one name, nobody can say which of them others mean: they stay as they are.
  if (wanted === name || !isOnly) return ok(replaceQuestion(instrument, name, { ...read.data, name: wanted }));
  return ok(renameQuestion(replaceQuestion(instrument, name, read.data), name, wanted));
}

/** What a form says by leaving it out: unticked, or emptied. */
function withoutEdited(question: Question): Record<string, unknown> {
  const edited: readonly string[] = ["help", "required", "mayDecline", "apart", ...LIMIT_FIELDS[question.kind]];
  return Object.fromEntries(Object.entries(question).filter(([part]) => !edited.includes(part)));
}

function textsSaid(question: Question, values: FormValues, locale: Locale) {
  const help = perhapsIn(question.help, locale, textIn(values, "help"));
  return { label: saidIn(question.label, locale, textIn(values, "label")), ...(help && { help }) };
}

type Said = Omit<Reading, "part">;

function partsSaid(question: Question, said: Said) {
  const { values, wrong } = said;
  const parts: Record<string, unknown> = {};
  const ticks = question.kind === "statement" ? [] : (["required", "mayDecline", "apart"] as const);
  for (const tick of ticks) if (isTicked(values, tick)) parts[tick] = true;
  for (const limit of LIMIT_FIELDS[question.kind]) {
    const read = readLimit(question.kind, limit, textIn(values, limit));
    if ("wrong" in read) wrong[limit] = read.wrong;
    else if (read.value !== undefined) parts[limit] = read.value;
  }
  const options = optionsSourceOf(question);
  if (options) parts.options = readChoices(options, { part: "options", ...said });
  const rows = rowsSourceOf(question);
  if (rows) parts.rows = rowsSaid(rows, said);
  return parts;
}

function rowsSaid(rows: Rows, said: Said): Rows {
  const { values } = said;
  const from = textIn(values, "rowsFrom");
  if (from === "") return readChoices(isCarried(rows) ? [] : rows, { part: "rows", ...said });
  // Which answers count is asked of the question that was chosen: of another one nothing is known yet.
  const isSame = isCarried(rows) && rows.from === from;
  const where = isSame ? textsIn(values, "rowsWhere") : [];
  const except = isSame ? textsIn(values, "rowsExcept") : [];
  return { from, ...(where.length > 0 && { where }), ...(except.length > 0 && { except }) };
}
