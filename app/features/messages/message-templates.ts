/** Ready texts that a coordinator begins with, in the order of a conversation. Their words: `messages.template`. */
export const MESSAGE_TEMPLATES = ["received", "date", "letter", "amount", "next"] as const;
export type MessageTemplate = (typeof MESSAGE_TEMPLATES)[number];

/** Those that want an answer. */
const QUESTIONS: readonly MessageTemplate[] = ["date", "letter", "amount"];

export const isQuestion = (template: MessageTemplate): boolean => QUESTIONS.includes(template);

/** The button that asks for a text and sends nothing. */
export const TEMPLATE_BUTTON = "template";

/** A ready text below what was typed already: nothing typed is lost. */
export function withTemplate(typed: string, words: string): string {
  return typed.trim() === "" ? words : `${typed.trimEnd()}\n\n${words}`;
}
