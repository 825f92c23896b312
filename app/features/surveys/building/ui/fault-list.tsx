import type { ReactNode } from "react";
import { WHOLE } from "#app/features/surveys/building/translation-sheet.ts";
import type { Fault } from "#app/features/surveys/instruments/fault.ts";
import { OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

const ABOUT_CONDITIONS: readonly Fault["code"][] = [
  "question-unknown",
  "forward-reference",
  "circle",
  "condition-misfit",
  "condition-value-unknown",
  "depends-on-apart",
  "unreachable-question",
  "unreachable-page",
];

/** The page on which a fault can be mended. */
export function faultHref(id: string, { code, page, question, item, locale }: Fault): string {
  if (code === "translation-missing" && locale) return paths.questionnaireTranslation(id, locale, page ?? WHOLE);
  const isCondition = ABOUT_CONDITIONS.includes(code);
  if (question !== undefined)
    return isCondition ? paths.questionnaireQuestionCondition(id, question) : paths.questionnaireQuestion(id, question);
  if (page === undefined) return paths.questionnaire(id);
  if (code === "unreachable-end" && item !== undefined) return paths.questionnaireEnd(id, page, item);
  return isCondition ? paths.questionnairePageCondition(id, page) : paths.questionnairePage(id, page);
}

/** What is wrong, in words. */
export function FaultWords({ fault }: { readonly fault: Fault }): ReactNode {
  const t = useText();
  const language = fault.locale ? OWN_NAMES[fault.locale] : "";
  // Of a missing text the item is what it is of its place, or the code of the answer that it belongs to.
  const text = `questionnaires.text.${fault.item ?? ""}`;
  const item = fault.code === "translation-missing" && t.has(text) ? t.dynamic(text) : (fault.item ?? "");
  return t.dynamic(`surveys.fault.${fault.code}`, { item, language });
}
