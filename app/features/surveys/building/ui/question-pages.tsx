import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { type Locale, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { KindCards } from "./kind-cards.tsx";
import { SheetForm } from "./sheet-form.tsx";

interface QuestionNewPageProps {
  readonly id: string;
  readonly page: string;
  readonly language: Locale;
}

/** What is asked, and how it is answered; all else follows on the question's own page. */
export function QuestionNewPage({ id, page, language }: QuestionNewPageProps) {
  const t = useText();
  return (
    <Page width="page" back={`${paths.questionnaire(id)}#page-${page}`}>
      <Form {...usePageForm()}>
        <Heading>{t("questionnaires.question.add")}</Heading>
        <TextArea
          name="label"
          label={t("questionnaires.question.label")}
          hint={t("questionnaires.question.language", { language: OWN_NAMES[language] })}
          rows={3}
          language={language}
        />
        <KindCards />
        <ButtonRow>
          <Button>{t("common.action.continue")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

interface KindPageProps {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly seen: string;
}

/** With another kind of answer; what both kinds have stays. */
export function KindPage({ id, name, kind, seen }: KindPageProps) {
  const t = useText();
  return (
    <Page width="page" back={paths.questionnaireQuestion(id, name)} caption={<code dir="ltr">{name}</code>}>
      <SheetForm seen={seen} defaults={{ kind }}>
        <Heading>{t("questionnaires.kind.change")}</Heading>
        <Lead>{t("questionnaires.kind.change-lead")}</Lead>
        <KindCards />
      </SheetForm>
    </Page>
  );
}

interface MovePageProps {
  readonly id: string;
  readonly name: string;
  readonly called: string;
  readonly places: readonly { readonly value: string; readonly label: string; readonly group: string }[];
}

/** Where else a question can stand: behind any other, or first on any page. */
export function MovePage({ id, name, called, places }: MovePageProps) {
  const t = useText();
  return (
    <Page back={`${paths.questionnaire(id)}#question-${name}`} caption={<bdi>{called}</bdi>}>
      <Form {...usePageForm()}>
        <Heading>{t("questionnaires.move.heading")}</Heading>
        <Select name="to" label={t("questionnaires.move.to")} hint={t("questionnaires.move.hint")} options={places} />
        <ButtonRow>
          <Button>{t("questionnaires.move.button")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
