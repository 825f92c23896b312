import type { DateWithPrecision } from "#app/kernel/date-with-precision.ts";
import type { Money } from "#app/kernel/money.ts";
import type { ReportSection } from "./report-questions.ts";

/** A piece of an answer to be read. What is typed keeps its own direction and lines; a `message` is a key. */
export type AnswerPart = (
  | { readonly kind: "words" | "message" | "typed"; readonly text: string }
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
