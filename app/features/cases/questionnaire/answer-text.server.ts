import { type Formats, formatsFor } from "#app/i18n/formats.ts";
import { knownDateWords } from "#app/i18n/known-date-words.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { Text } from "#app/i18n/text.tsx";
import type { AnswerPart } from "./report-answers.ts";

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
      return knownDateWords(part.date, t, formats);
    case "money":
      return formats.money(part.money);
    case "number":
      return formats.number(part.number);
    default:
      return part.text;
  }
}
