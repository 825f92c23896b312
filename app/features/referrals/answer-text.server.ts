import type { AnswerPart } from "#app/features/cases/questionnaire/report-answers.ts";
import { type Formats, formatsFor, HEDGED_PRECISIONS } from "#app/i18n/formats.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { Text } from "#app/i18n/text.tsx";
import type { DateWithPrecision } from "#app/kernel/date-with-precision.ts";

/** A piece of an answer as a line of plain text, as a page would say it. */
export function answerText(part: AnswerPart, locale: Locale): string {
  const t = textFor(locale);
  const said = saidIn(part, t, formatsFor(locale));
  if (!part.of) return said;
  const label = "words" in part.of ? part.of.words : t.dynamic(part.of.message);
  return `${t("common.list.labelled", { label })} ${said}`;
}

function saidIn(part: AnswerPart, t: Text, formats: Formats): string {
  switch (part.kind) {
    case "message":
      return t.dynamic(part.text);
    case "date":
      return dateText(part.date, t, formats);
    case "money":
      return formats.money(part.money);
    case "number":
      return formats.number(part.number);
    default:
      return part.text;
  }
}

function dateText(value: DateWithPrecision, t: Text, { knownDate }: Formats): string {
  const date = knownDate(value);
  if (date === null)
    return t(value.precision === "before_report" ? "common.precision.before_report" : "common.date.unknown");
  return HEDGED_PRECISIONS.includes(value.precision) ? t.dynamic(`common.date.${value.precision}`, { date }) : date;
}
