import { Notice } from "#app/design-system/content/notice.tsx";
import type { DrawnPage } from "#app/features/surveys/answering/drawn-page.ts";
import { ASKED_FIELD } from "#app/features/surveys/answering/field-names.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { Question } from "./question.tsx";
import { SaidParagraphs } from "./said.tsx";

interface QuestionsProps {
  readonly page: DrawnPage;
  /** the page comes again because its own answers have brought up a question */
  readonly isFresh?: boolean;
}

/** All questions of a page, inside a `Form` with `defaults={page.filled}` and `labels={fieldLabels(page)}`. */
export function Questions({ page, isFresh = false }: QuestionsProps) {
  const t = useText();
  return (
    <>
      {isFresh && <Notice>{t("surveys.form.fresh")}</Notice>}
      {page.intro && <SaidParagraphs language={page.language}>{page.intro}</SaidParagraphs>}
      <input type="hidden" name={ASKED_FIELD} value={page.asked} />
      {page.questions.map((question) => (
        <Question key={question.name} question={question} language={page.language} />
      ))}
    </>
  );
}
