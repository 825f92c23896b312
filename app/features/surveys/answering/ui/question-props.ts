import type { DrawnQuestion } from "#app/features/surveys/answering/drawn-page.ts";
import type { Locale } from "#app/i18n/locales.ts";

export interface QuestionProps {
  readonly question: DrawnQuestion;
  /** the language of the instrument's words */
  readonly language: Locale;
}
