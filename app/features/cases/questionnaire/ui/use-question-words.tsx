import type { ReactNode } from "react";
import type { QuestionKey } from "#app/features/cases/case-report.ts";
import type { QuestionField, QuestionOption } from "#app/features/cases/questionnaire/question-fields.ts";
import { useText } from "#app/i18n/text-context.tsx";

/** The words of a question's inputs, where the messages keep them or where a field brings them along. */
export function useQuestionWords(key: QuestionKey) {
  const t = useText();
  const label = ({ name, label: words }: QuestionField) => words ?? t.dynamic(`report.${key}.label.${name}`);
  const option = ({ messages }: QuestionField, { value, label: words }: QuestionOption) =>
    words ?? t.dynamic(`${messages}.${value}`);
  const help = (value: string): ReactNode => {
    const [meaning, example] = [`report.${key}.help.${value}`, `report.${key}.example.${value}`];
    if (!t.has(meaning)) return undefined;
    return (
      <>
        {t.dynamic(meaning)}
        {t.has(example) && <span className="choice__example">{t.dynamic(example)}</span>}
      </>
    );
  };
  return { hint: t.dynamic(`report.${key}.hint`), label, option, help };
}
