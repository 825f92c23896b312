import { stepSentence } from "#app/features/cases/casework/step-sentence.ts";
import type { WorkStep } from "#app/features/cases/casework/work-case-page.ts";
import type { ToldChange, ToldValue } from "#app/features/cases/history/told-changes.ts";
import type { AnswerPart, AnswerSection } from "#app/features/cases/questionnaire/report-answers.ts";
import type { RemedyLine } from "#app/features/cases/remedies/case-remedies.ts";
import type { Formats } from "#app/i18n/formats.ts";
import { knownDateWords } from "#app/i18n/known-date-words.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Text } from "#app/i18n/text.tsx";
import type { RecordLine, RecordSection } from "./record-text.ts";

/** In what language a record is written. */
export interface RecordWords {
  readonly t: Text;
  readonly formats: Formats;
  readonly locale: Locale;
}

export function answersRecord(sections: readonly AnswerSection[], words: RecordWords): readonly RecordSection[] {
  return sections.map(({ section, answers }) => ({
    title: words.t(`report.section.${section}`),
    lines: answers.flatMap(({ titleKey, parts }) => [
      { label: words.t.dynamic(titleKey) },
      ...parts.map((part) => partLine(part, words)),
    ]),
  }));
}

function partLine({ of, ...part }: AnswerPart, { t, formats }: RecordWords): RecordLine {
  const label = of && ("words" in of ? of.words : t.dynamic(of.message));
  const named = label === undefined ? {} : { label };
  switch (part.kind) {
    case "words":
      return { ...named, words: part.text };
    case "name":
    case "story":
      return { ...named, typed: part.text };
    case "message":
      return { ...named, words: t.dynamic(part.text) };
    case "date":
      return { ...named, words: knownDateWords(part.date, t, formats) };
    case "money":
      return { ...named, words: formats.money(part.money) };
    case "number":
      return { ...named, words: formats.number(part.number) };
  }
}

export function stepsRecord(steps: readonly WorkStep[], words: RecordWords): readonly RecordLine[] {
  return steps.flatMap((step) => [
    { label: words.formats.dateTime(new Date(step.at)), words: stepSentence(step, words.t) },
    ...step.changes.flatMap((change) => changeLines(change, words)),
    ...(step.text === null ? [] : [{ typed: step.text }]),
  ]);
}

/** What stands before and after may have been typed, so it stands in lines of its own. */
function changeLines({ field, from, to }: ToldChange, words: RecordWords): RecordLine[] {
  const label = words.t.dynamic(`history.field.${field}`);
  return [
    ...(from ? [valueLine(words.t("lists.record.before", { label }), from, words)] : []),
    ...(to ? [valueLine(words.t("lists.record.after", { label }), to, words)] : []),
  ];
}

function valueLine(label: string, value: ToldValue, { t, formats }: RecordWords): RecordLine {
  if ("text" in value) return { label, typed: value.text };
  if ("words" in value) return { label, words: value.words };
  if ("message" in value) return { label, words: t.dynamic(value.message) };
  if ("instant" in value) return { label, words: formats.dateTime(new Date(value.instant)) };
  return { label, words: knownDateWords(value.date, t, formats) };
}

export function remediesRecord(rows: readonly RemedyLine[], { t, formats }: RecordWords): readonly RecordLine[] {
  return rows.flatMap(({ remedy, triedOn, addressee, result, endedOn, note }) => [
    { label: remedy.label, words: knownDateWords(triedOn, t, formats) },
    ...(addressee ? [{ label: t("remedies.column.addressee"), typed: addressee }] : []),
    { label: t("remedies.column.result"), words: t(result ? `remedies.result.${result}` : "casework.not-said") },
    ...(endedOn ? [{ label: t("remedies.ended.label"), words: knownDateWords(endedOn, t, formats) }] : []),
    ...(note ? [{ label: t("remedies.column.note"), typed: note }] : []),
  ]);
}
