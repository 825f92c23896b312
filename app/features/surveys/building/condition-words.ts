import type { Condition } from "#app/features/surveys/instruments/condition.ts";
import { findQuestion, type Instrument } from "#app/features/surveys/instruments/instrument.ts";
import {
  type Worded,
  type Wording,
  wordedAnswers,
  wordedRows,
} from "#app/features/surveys/instruments/worded-choices.ts";
import type { Text } from "#app/i18n/text.tsx";
import { type Group, type Line, linesOf } from "./condition-lines.ts";
import { calledIn } from "./earlier-questions.ts";

interface Telling extends Wording {
  readonly t: Text;
  readonly list: (items: readonly string[], type?: "conjunction" | "disjunction") => string;
}

/** More answers or rows than this are counted instead of named. */
const MOST_NAMED = 4;

/** A condition as somebody would say it. A group of several lines within others stands in brackets. */
export function conditionWords(instrument: Instrument, condition: Condition, telling: Telling): string {
  const lines = linesOf(condition);
  if (!lines) return telling.t("questionnaires.condition.too-deep");
  const groups = lines.groups.map((group) => groupWords(instrument, group, telling));
  if (groups.length === 1) return groups[0]!;
  const bracketed = groups.map((words, at) => (lines.groups[at]!.lines.length > 1 ? `(${words})` : words));
  return bracketed.join(` ${telling.t(`questionnaires.condition.and-or.${lines.join}`)} `);
}

function groupWords(instrument: Instrument, { join, lines }: Group, telling: Telling): string {
  return lines
    .map((line) => lineWords(instrument, line, telling))
    .join(` ${telling.t(`questionnaires.condition.and-or.${join}`)} `);
}

function lineWords(instrument: Instrument, line: Line, telling: Telling): string {
  const { t, list, locale } = telling;
  const question = findQuestion(instrument, line.question);
  const called = question
    ? open(t("questionnaires.condition.question", { text: calledIn(question, locale), name: question.name }))
    : line.question;
  if (line.verb === "answered" || line.verb === "not-answered")
    return t(`questionnaires.condition.said.${line.verb}`, { question: called });
  if (line.verb === "more-than" || line.verb === "not-more-than")
    return t(`questionnaires.condition.said.${line.verb}`, { question: called, number: line.number ?? 0 });
  const known = question ? wordedAnswers(question, telling) : [];
  const values = named(line.values, known);
  const said = list(values, "disjunction");
  const rows = question && line.rows.length > 0 ? named(line.rows, wordedRows(instrument, question, telling)) : [];
  if (rows.length === 0) return t(`questionnaires.condition.said.${line.verb}`, { question: called, values: said });
  const where =
    rows.length > MOST_NAMED
      ? t("questionnaires.condition.rows", { count: rows.length })
      : list(
          rows.map((row) => open(t("questionnaires.condition.quoted", { text: row }))),
          "disjunction",
        );
  return t(`questionnaires.condition.said-in-row.${line.verb}`, { question: called, values: said, rows: where });
}

function named(codes: readonly string[], known: readonly Worded[]) {
  return codes.map((code) => known.find(({ value }) => value === code)?.label ?? code);
}

/**
 * Without the marks that keep a placeholder apart: this goes into a placeholder itself, whose direction is told by its
 * first letter, and letters behind such marks tell nothing.
 */
const open = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, "");
