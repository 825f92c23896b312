import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { isQuestion, type MessageTemplate, withTemplate } from "./message-templates.ts";

/** A template's words in the language of whoever will read them, whatever the coordinator reads. */
export function readyText(template: MessageTemplate, language: Locale): string {
  return textFor(language)(`messages.template.${template}.text`);
}

interface Typed {
  readonly text: string;
  readonly asks: boolean;
  readonly template?: MessageTemplate | undefined;
  readonly language?: Locale | undefined;
  readonly files: readonly string[];
}

/** What the form holds after a ready text was asked for; null where it is to be sent. A text that asks ticks the question. */
export function formWithReadyText({
  text,
  asks,
  template,
  language,
  files,
}: Typed): Record<string, string | readonly string[]> | null {
  if (!template || !language) return null;
  return {
    text: withTemplate(text, readyText(template, language)),
    language,
    files,
    ...((asks || isQuestion(template)) && { asks: "yes" }),
  };
}
