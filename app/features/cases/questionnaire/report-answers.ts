import type { DateWithPrecision } from "#app/kernel/date-with-precision.ts";
import type { Money } from "#app/kernel/money.ts";
import type { ReportSection } from "./report-questions.ts";

/**
 * A piece of an answer to be read. A `message` is a key. What was typed keeps its own direction: a `story` also its own
 * side of the page and its lines, a `name` stands with what is beside it.
 */
export type AnswerPart = (
  | { readonly kind: "words" | "message" | "name" | "story"; readonly text: string }
  | { readonly kind: "date"; readonly date: DateWithPrecision }
  | { readonly kind: "money"; readonly money: Money }
  | { readonly kind: "number"; readonly number: number }
) & {
  /** what this part answers, where a question asks several things at once */
  readonly of?: { readonly words: string } | { readonly message: string } | undefined;
};

/** A question and its answer, ready to be read in one language. */
export interface ReadAnswer {
  /** key of the question's words */
  readonly titleKey: string;
  /** empty: not answered, or everything left empty on purpose */
  readonly parts: readonly AnswerPart[];
  /** where it can be changed; null once it was sent */
  readonly href: string | null;
}

export interface AnswerSection {
  readonly section: ReportSection;
  readonly answers: readonly ReadAnswer[];
}
