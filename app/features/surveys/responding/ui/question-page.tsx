import { Heading } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { fieldLabels } from "#app/features/surveys/answering/field-labels.ts";
import { Questions } from "#app/features/surveys/answering/ui/questions.tsx";
import type { QuestionPage as AskedPage } from "#app/features/surveys/responding/survey-pages.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface QuestionPageProps {
  readonly asked: AskedPage;
  /** it comes again with what its answers have brought up */
  readonly isFresh: boolean;
}

/** One group of questions; what it holds is kept at Continue. */
export function QuestionPage({ asked, isFresh }: QuestionPageProps) {
  const t = useText();
  const { view, number, total, before } = asked;
  return (
    <Page {...(before && { back: paths.answerPage(before) })} caption={t("surveys.form.page", { number, total })}>
      <Form {...usePageForm()} defaults={view.filled} labels={fieldLabels(view)}>
        <Heading>{view.title}</Heading>
        <Questions page={view} isFresh={isFresh} />
        <ButtonRow>
          <Button>{t("common.action.continue")}</Button>
        </ButtonRow>
      </Form>
      <p>
        <a href={paths.answerClose()}>{t("answering.close.later")}</a>
      </p>
    </Page>
  );
}
