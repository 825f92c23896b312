import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import {
  type ChoiceSource,
  type Choices,
  choicesOf,
  isListed,
  type ListedChoices,
  type OwnChoice,
} from "#app/features/surveys/instruments/choices.ts";
import { codesIn, isCodeList } from "#app/features/surveys/instruments/code-lists.ts";
import { codeSchema, DECLINE_CODE } from "#app/features/surveys/instruments/names.ts";
import { wordsIn } from "#app/features/surveys/instruments/words.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { codeOfText } from "./code-of-text.ts";
import { isTicked, textIn, textsIn } from "./form-texts.ts";
import { freshName } from "./fresh-name.ts";
import { perhapsIn, saidIn } from "./own-words.ts";
import { swapped } from "./page-edits.ts";

/** What is edited: the answers to choose from, or the rows. */
export type ChoicePart = "options" | "rows";

export const choiceField = (part: ChoicePart, at: number, what: string): string => `${part}-${at}-${what}`;

/** A form holds two hundred fields: of longer lists the help of single answers, or all of it, is left as it is. */
export const MOST_WITH_HELP = 30;
export const MOST_EDITED = 70;

/** The fields of answers or rows in one language; none where they are too many for a form. */
export function choiceFields(part: ChoicePart, choices: Choices, locale: Locale): FormValues {
  const fields: Record<string, string | readonly string[]> = {};
  if (choices.length > MOST_EDITED) return fields;
  choices.forEach((source, at) => {
    const put = (what: string, value: string | readonly string[] | false | undefined) => {
      if (value !== undefined && value !== false && value.length > 0) fields[choiceField(part, at, what)] = value;
    };
    if (isListed(source)) {
      const isWhole = isAllOf(source);
      put("all", isWhole && "yes");
      put("only", isWhole ? undefined : source.only);
      put("alone", source.exclusive);
      put("heading", source.heading && `${source.heading.list}:${source.heading.code}`);
    } else {
      fields[choiceField(part, at, "label")] = source.label[locale] ?? "";
      if (choices.length <= MOST_WITH_HELP) fields[choiceField(part, at, "help")] = source.help?.[locale] ?? "";
      put("alone", source.exclusive && "yes");
    }
  });
  return fields;
}

/** Written out or not: all codes of a list, in the list's own order. */
export function isAllOf({ list, only }: ListedChoices): boolean {
  return only === undefined || (only.length > 0 && only.join() === codesIn(list).join());
}

/** A form that is read: what it says, in which language, and where what is wrong with it is noted. */
export interface Reading {
  readonly part: ChoicePart;
  readonly values: FormValues;
  readonly locale: Locale;
  readonly wrong: Record<string, string>;
}

/** Answers or rows as a form says them, with what its buttons do to their order. */
export function readChoices(before: Choices, reading: Reading): Choices {
  const { part, values } = reading;
  const kept = before.length > MOST_EDITED ? before : before.map((source, at) => readSource(source, at, reading));
  const button = new RegExp(`^${part}-(up|down|remove)-(\\d+)$`).exec(textIn(values, "do"));
  const ordered = button ? ordering(kept, button[1]!, Number(button[2])) : kept;
  const list = textIn(values, `${part}-list`);
  const all: Choices = isCodeList(list) ? [...ordered, { list }] : ordered;
  return [...all, ...addedLines(all, reading)];
}

function ordering(choices: Choices, verb: string, at: number): Choices {
  if (verb === "remove") return choices.toSpliced(at, 1);
  return swapped(choices, at, verb === "up" ? at - 1 : at + 1);
}

function readSource(source: ChoiceSource, at: number, reading: Reading): ChoiceSource {
  return isListed(source) ? readListed(source, at, reading) : readOwn(source, at, reading);
}

function readOwn(source: OwnChoice, at: number, { part, values, locale }: Reading): OwnChoice {
  const { exclusive: _, help: before, ...own } = source;
  const hasHelp = Object.hasOwn(values, choiceField(part, at, "help"));
  const help = hasHelp ? perhapsIn(before, locale, textIn(values, choiceField(part, at, "help"))) : before;
  return {
    ...own,
    label: saidIn(source.label, locale, textIn(values, choiceField(part, at, "label"))),
    ...(help && { help }),
    ...(isTicked(values, choiceField(part, at, "alone")) && { exclusive: true as const }),
  };
}

function readListed(source: ListedChoices, at: number, { part, values, wrong }: Reading): ListedChoices {
  const known = codesIn(source.list);
  const ticked = new Set(textsIn(values, choiceField(part, at, "only")).filter((code) => known.includes(code)));
  // A form of a whole list has no code ticked: whoever ticks some means these, whatever else still stands there.
  const isWhole = ticked.size === 0 || (isTicked(values, choiceField(part, at, "all")) && !isAllOf(source));
  // What was chosen before keeps its order; what is new follows in the list's.
  const order = [
    ...(source.only ?? []).filter((code) => ticked.has(code)),
    ...known.filter((code) => ticked.has(code)),
  ];
  const exclusive = textsIn(values, choiceField(part, at, "alone")).filter((code) => known.includes(code));
  const [list = "", code = ""] = textIn(values, choiceField(part, at, "heading")).split(":");
  const isHeading = codesIn(list).includes(code);
  if (list !== "" && !isHeading) wrong[choiceField(part, at, "heading")] = "questionnaires.error.choose-again";
  return {
    list: source.list,
    ...(isWhole ? source.only && isAllOf(source) && { only: source.only } : { only: [...new Set(order)] }),
    ...(exclusive.length > 0 && { exclusive }),
    ...(isHeading && { heading: { list, code } }),
  };
}

/** New answers, one a line: "Not asked", or with a code of one's own "not_asked = Not asked". */
function addedLines(before: Choices, { part, values, locale, wrong }: Reading): readonly OwnChoice[] {
  const field = `${part}-more`;
  const taken = new Set([...choicesOf(before).map(({ code }) => code), DECLINE_CODE]);
  return textIn(values, field)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .flatMap((line) => {
      const [, ownCode, text] = /^([A-Za-z0-9_]+)\s*=\s*(.+)$/.exec(line) ?? [];
      const label = text ?? line;
      const code = ownCode ?? freshName(codeOfText(label) || `${part === "rows" ? "row" : "answer"}`, taken);
      if (!codeSchema.safeParse(code).success || (ownCode !== undefined && taken.has(code))) {
        wrong[field] = taken.has(code) ? "questionnaires.error.code-twice" : "questionnaires.error.code-form";
        return [];
      }
      taken.add(code);
      return [{ code, label: { [locale]: label } }];
    });
}

/** What somebody reads of an answer: its own words, or its code where it has none yet. */
export const ownLabel = (choice: OwnChoice, locale: Locale): string => wordsIn(choice.label, locale) || choice.code;
