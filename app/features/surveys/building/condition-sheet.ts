import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import type { Condition } from "#app/features/surveys/instruments/condition.ts";
import { findPage, findQuestion, type Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { latinDigits } from "#app/kernel/latin-digits.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { NO_QUESTIONNAIRE, wrongFields } from "./building-refusals.ts";
import {
  conditionOf,
  type Group,
  type Join,
  type Line,
  type Lines,
  linesOf,
  VERBS,
  type Verb,
} from "./condition-lines.ts";
import { answerFormOf, usableQuestions } from "./earlier-questions.ts";
import { textIn, textsIn } from "./form-texts.ts";
import { mapPage } from "./page-edits.ts";
import { replaceQuestion } from "./question-edits.ts";
import type { Place } from "./references.ts";

/*
 * Fields of a condition. `lines` says which question each line is about, group by group: "q3 q4|q13". What is said of
 * line 2 of group 1 stands in `verb-1-2`, `values-1-2` and so on.
 */

const NO_LINES: Lines = { join: "all", groups: [{ join: "all", lines: [] }] };
export const lineField = (what: string, group: number, line: number): string => `${what}-${group}-${line}`;

/** The condition of a page, a question or an end, where it has one. */
export function conditionAt(instrument: Instrument, { page, question, end }: Place): Condition | null {
  if (question !== undefined) return findQuestion(instrument, question)?.shownWhen ?? null;
  const found = findPage(instrument, page);
  if (end !== undefined) return found?.ends?.find(({ name }) => name === end)?.when ?? null;
  return found?.shownWhen ?? null;
}

/** @param condition null: nothing has to hold */
function withCondition(
  instrument: Instrument,
  { page, question, end }: Place,
  condition: Condition | null,
): Instrument {
  if (question !== undefined) {
    const found = findQuestion(instrument, question);
    if (!found) return instrument;
    const { shownWhen: _, ...rest } = found;
    return replaceQuestion(instrument, question, condition ? { ...rest, shownWhen: condition } : rest);
  }
  return mapPage(instrument, page, ({ shownWhen, ...rest }) => {
    if (end === undefined) return condition ? { ...rest, shownWhen: condition } : rest;
    const ends = rest.ends?.map((one) => (one.name === end && condition ? { ...one, when: condition } : one));
    return { ...rest, ...(shownWhen && { shownWhen }), ...(ends && { ends }) };
  });
}

/** A condition as fields; one that no form can hold, and none at all, as a form without lines. */
export function conditionFields(condition: Condition | null): FormValues {
  const lines = (condition && linesOf(condition)) ?? NO_LINES;
  const fields: Record<string, string | readonly string[]> = {
    join: lines.join,
    lines: lines.groups.map((group) => group.lines.map(({ question }) => question).join(" ")).join("|"),
  };
  lines.groups.forEach((group, at) => {
    fields[`join-${at}`] = group.join;
    group.lines.forEach(({ verb, values, rows, number }, place) => {
      fields[lineField("verb", at, place)] = verb;
      if (values.length > 0) fields[lineField("values", at, place)] = values;
      if (rows.length > 0) fields[lineField("rows", at, place)] = rows;
      if (number !== null) fields[lineField("number", at, place)] = String(number);
    });
  });
  return fields;
}

/** What `lines` says, so that a page can be drawn from what was typed. */
export function linesAsked(values: FormValues): readonly (readonly string[])[] {
  return textIn(values, "lines")
    .split("|")
    .map((group) => group.split(" ").filter((name) => name !== ""));
}

interface Read {
  readonly condition: Condition | null;
}

/** Reads the fields of a condition together with its button: save, another line, another group, or one line fewer. */
function readCondition(instrument: Instrument, place: Place, values: FormValues): Result<Read> {
  const wrong: Record<string, string> = {};
  const usable = new Set(usableQuestions(instrument, place).map(({ name }) => name));
  const removed = /^remove-(\d+)-(\d+)$/.exec(textIn(values, "do"));
  const groups = linesAsked(values).map((names, at): Group => {
    const lines = names.flatMap((question, line): readonly Line[] => {
      if (removed?.[1] === String(at) && removed[2] === String(line)) return [];
      return [readLine(instrument, values, { question, at, line, wrong })];
    });
    return { join: joinIn(values, `join-${at}`), lines };
  });
  const adding = /^add-(\d+)$/.exec(textIn(values, "do"));
  const added = adding ? textIn(values, `add-${adding[1]}`) : "";
  if (adding && !usable.has(added)) wrong[`add-${adding[1]}`] = "questionnaires.error.choose-question";
  if (Object.keys(wrong).length > 0) return refuse(wrongFields(wrong));
  const lines = { join: joinIn(values, "join"), groups: adding ? withLine(groups, Number(adding[1]), added) : groups };
  return ok({ condition: conditionOf(lines, (name) => answerFormOf(findQuestion(instrument, name))) });
}

/** A new line asks only whether there is an answer: that fits every question, and the page can offer the rest. */
function withLine(groups: readonly Group[], at: number, question: string): readonly Group[] {
  const line: Line = { question, verb: "answered", values: [], rows: [], number: null };
  if (at >= groups.length) return [...groups, { join: "all", lines: [line] }];
  return groups.with(at, { ...groups[at]!, lines: [...groups[at]!.lines, line] });
}

const joinIn = (values: FormValues, name: string): Join => (textIn(values, name) === "any" ? "any" : "all");

interface At {
  readonly question: string;
  readonly at: number;
  readonly line: number;
  readonly wrong: Record<string, string>;
}

function readLine(instrument: Instrument, values: FormValues, { question, at, line, wrong }: At): Line {
  const field = (what: string) => lineField(what, at, line);
  const said = textIn(values, field("verb")) as Verb;
  const verb = VERBS.includes(said) ? said : "answered";
  const chosen = textsIn(values, field("values"));
  const typed = latinDigits(textIn(values, field("number"))).replace(",", ".");
  const isNumber = /^-?\d{1,12}(\.\d{1,6})?$/.test(typed);
  if ((verb === "is" || verb === "is-not") && chosen.length === 0)
    wrong[field("values")] = "questionnaires.error.choose-values";
  if ((verb === "more-than" || verb === "not-more-than") && !isNumber)
    wrong[field("number")] = "questionnaires.error.number";
  const known = findQuestion(instrument, question) !== null;
  if (!known) wrong[field("verb")] = "questionnaires.error.question-gone";
  return {
    question,
    verb,
    values: chosen,
    rows: textsIn(values, field("rows")),
    number: isNumber ? Number(typed) : null,
  };
}

/** @returns the questionnaire with the condition as the form says it; an end always has one */
export function applyCondition(instrument: Instrument, place: Place, values: FormValues): Result<Instrument> {
  const isThere =
    place.question !== undefined ? findQuestion(instrument, place.question) : findPage(instrument, place.page);
  if (!isThere) return refuse(NO_QUESTIONNAIRE);
  const read = readCondition(instrument, place, values);
  if (!read.ok) return read;
  if (place.end !== undefined && !read.value.condition)
    return refuse(wrongFields({ "add-0": "questionnaires.error.end-needs-condition" }));
  return ok(withCondition(instrument, place, read.value.condition));
}
