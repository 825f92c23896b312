import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { ConditionPage } from "#app/features/surveys/building/condition-page.server.ts";
import type { Worded } from "#app/features/surveys/instruments/worded-choices.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { ConditionFields } from "./condition-fields.tsx";
import { SheetForm } from "./sheet-form.tsx";

/** An early end: when it comes, with which words, and whether anything is sent. */
export function EndEditPage({ page, condition }: { readonly page: string; readonly condition: ConditionPage }) {
  const t = useText();
  const { id, words, seen, defaults, language } = condition;
  const label = t("questionnaires.end.words");
  return (
    <Page back={`${paths.questionnaire(id)}#page-${page}`}>
      <SheetForm seen={seen} defaults={defaults} labels={{ words: label }}>
        <Heading>{t("questionnaires.end.heading")}</Heading>
        <Lead>{t("questionnaires.end.lead")}</Lead>
        <TextArea name="words" label={label} hint={t("questionnaires.end.words-hint")} rows={3} language={language} />
        <RadioCards
          name="sends"
          label={t("questionnaires.end.sends-label")}
          options={[
            { value: "yes", label: t("questionnaires.end.sends"), hint: t("questionnaires.end.sends-hint") },
            { value: "no", label: t("questionnaires.end.sends-not"), hint: t("questionnaires.end.sends-not-hint") },
          ]}
        />
        <Notice title={t("questionnaires.condition.now")}>
          <p>{t("questionnaires.condition.ends-when", { words: words ?? "" })}</p>
        </Notice>
        <ConditionFields condition={condition} />
      </SheetForm>
    </Page>
  );
}

interface EndNewPageProps {
  readonly id: string;
  readonly page: string;
  readonly questions: readonly Worded[];
}

/** The words first, and the question that decides; which of its answers end the survey is asked next. */
export function EndNewPage({ id, page, questions }: EndNewPageProps) {
  const t = useText();
  return (
    <Page back={`${paths.questionnaire(id)}#page-${page}`}>
      <Form {...usePageForm()}>
        <Heading>{t("questionnaires.end.add")}</Heading>
        <Lead>{t("questionnaires.end.lead")}</Lead>
        <TextArea
          name="words"
          label={t("questionnaires.end.words")}
          hint={t("questionnaires.end.words-hint")}
          rows={3}
        />
        <Select
          name="question"
          label={t("questionnaires.end.question")}
          hint={t("questionnaires.end.question-hint")}
          options={questions}
        />
        <ButtonRow>
          <Button>{t("common.action.continue")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
