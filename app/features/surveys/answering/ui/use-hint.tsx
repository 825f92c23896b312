import type { ReactNode } from "react";
import type { DrawnQuestion } from "#app/features/surveys/answering/drawn-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import type { QuestionProps } from "./question-props.ts";
import { Said } from "./said.tsx";

const WITH_NUMBERS: readonly DrawnQuestion["kind"][] = ["number", "number-by-row"];
const WITH_LENGTH: readonly DrawnQuestion["kind"][] = ["short-text"];

/** The help that an instrument gives, and the limits that hold: an error can then be short. */
export function useHint({ question, language }: QuestionProps): ReactNode {
  const limits = useLimits(question);
  if (!question.help) return limits;
  return (
    <>
      <Said language={language}>{question.help}</Said> {limits}
    </>
  );
}

function useLimits({ kind, least, most }: DrawnQuestion): string | null {
  const t = useText();
  if (WITH_LENGTH.includes(kind) && most !== null) return t("common.form.characters-most", { count: most });
  if (!WITH_NUMBERS.includes(kind) || least === null) return null;
  return most === null ? t("surveys.form.at-least", { least }) : t("surveys.form.between", { least, most });
}
