import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { LOCALES, type Locale, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { KindCards } from "./kind-cards.tsx";
import { SheetForm } from "./sheet-form.tsx";

export interface PartPage {
  readonly id: string;
  readonly language: Locale;
  readonly seen: string;
  readonly defaults: FormValues;
}

/** Title and introduction of a page of the questionnaire. */
export function PageEditPage({ id, language, seen, defaults, name }: PartPage & { readonly name: string }) {
  const t = useText();
  const labels = {
    title: t("questionnaires.page.title"),
    intro: t("questionnaires.page.intro"),
    name: t("questionnaires.page.name"),
  };
  return (
    <Page back={{ href: `${paths.questionnaire(id)}#page-${name}`, label: t("questionnaires.one") }}>
      <SheetForm seen={seen} defaults={defaults} labels={labels}>
        <Heading>{t("questionnaires.page.edit")}</Heading>
        <TextInput
          name="title"
          label={labels.title}
          hint={t("questionnaires.question.language", { language: OWN_NAMES[language] })}
        />
        <TextArea name="intro" label={labels.intro} rows={4} language={language} optional />
        <TextInput name="name" label={labels.name} hint={t("questionnaires.page.name-hint")} size="medium" latin />
        <ButtonRow>
          <Button>{t("common.action.save")}</Button>
          <ButtonLink href={paths.questionnairePageCondition(id, name)} look="secondary">
            {t("questionnaires.condition.page-link")}
          </ButtonLink>
        </ButtonRow>
      </SheetForm>
    </Page>
  );
}

/** What is said of the questionnaire as a whole, and its languages. */
export function WholeEditPage({ id, language, seen, defaults }: PartPage) {
  const t = useText();
  const labels = {
    title: t("questionnaires.whole.title"),
    intro: t("questionnaires.whole.intro"),
    thanks: t("questionnaires.whole.thanks"),
    name: t("questionnaires.whole.name"),
  };
  const languages = LOCALES.map((locale) => ({ value: locale, label: <span lang={locale}>{OWN_NAMES[locale]}</span> }));
  return (
    <Page back={{ href: paths.questionnaire(id), label: t("questionnaires.one") }}>
      <SheetForm seen={seen} defaults={defaults} labels={labels}>
        <Heading>{t("questionnaires.whole.link")}</Heading>
        <TextInput
          name="title"
          label={labels.title}
          hint={t("questionnaires.question.language", { language: OWN_NAMES[language] })}
        />
        <TextArea
          name="intro"
          label={labels.intro}
          hint={t("questionnaires.whole.intro-hint")}
          rows={4}
          language={language}
          optional
        />
        <TextArea
          name="thanks"
          label={labels.thanks}
          hint={t("questionnaires.whole.thanks-hint")}
          rows={3}
          language={language}
        />
        <CheckboxCards
          name="languages"
          label={t("questionnaires.whole.languages")}
          hint={t("questionnaires.whole.languages-hint")}
          options={languages}
        />
        <Select
          name="main"
          label={t("questionnaires.whole.main")}
          hint={t("questionnaires.whole.main-hint")}
          size="medium"
          empty={false}
          options={LOCALES.map((locale) => ({ value: locale, label: OWN_NAMES[locale] }))}
        />
        <TextInput name="name" label={labels.name} hint={t("questionnaires.whole.name-hint")} size="medium" latin />
        <ButtonRow>
          <Button>{t("common.action.save")}</Button>
        </ButtonRow>
      </SheetForm>
    </Page>
  );
}

export function PageNewPage({ id }: { readonly id: string }) {
  const t = useText();
  return (
    <Page back={paths.questionnaire(id)}>
      <Form {...usePageForm()}>
        <Heading>{t("questionnaires.page.add")}</Heading>
        <Lead>{t("questionnaires.page.add-lead")}</Lead>
        <TextInput name="title" label={t("questionnaires.page.title")} />
        <ButtonRow>
          <Button>{t("questionnaires.page.add")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

/** What is asked, and how it is answered; all else follows on the question's own page. */
export function QuestionNewPage({
  id,
  page,
  language,
}: {
  readonly id: string;
  readonly page: string;
  readonly language: Locale;
}) {
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

export function KindPage({ id, name, kind, seen }: KindPageProps) {
  const t = useText();
  return (
    <Page width="page" back={paths.questionnaireQuestion(id, name)} caption={<code dir="ltr">{name}</code>}>
      <SheetForm seen={seen} defaults={{ kind }}>
        <Heading>{t("questionnaires.kind.change")}</Heading>
        <Lead>{t("questionnaires.kind.change-lead")}</Lead>
        <KindCards />
        <ButtonRow>
          <Button>{t("common.action.save")}</Button>
        </ButtonRow>
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
