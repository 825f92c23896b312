import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { EditedPart } from "#app/features/surveys/building/part-page.server.ts";
import { OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { SaveButton, SheetForm } from "./sheet-form.tsx";

/** Title and introduction of a page of the questionnaire. */
export function PageEditPage({ id, language, seen, defaults, name }: EditedPart & { readonly name: string }) {
  const t = useText();
  const labels = {
    title: t("questionnaires.page.title"),
    intro: t("questionnaires.page.intro"),
    name: t("questionnaires.page.name"),
  };
  return (
    <Page back={{ href: `${paths.questionnaire(id)}#page-${name}`, label: t("questionnaires.one") }}>
      <SheetForm
        seen={seen}
        defaults={defaults}
        labels={labels}
        buttons={
          <>
            <SaveButton />
            <ButtonLink href={paths.questionnairePageCondition(id, name)} look="secondary">
              {t("questionnaires.condition.page-link")}
            </ButtonLink>
          </>
        }
      >
        <Heading>{t("questionnaires.page.edit")}</Heading>
        <TextInput
          name="title"
          label={labels.title}
          hint={t("questionnaires.question.language", { language: OWN_NAMES[language] })}
        />
        <TextArea name="intro" label={labels.intro} rows={4} language={language} optional />
        <TextInput name="name" label={labels.name} hint={t("questionnaires.page.name-hint")} size="medium" latin />
      </SheetForm>
    </Page>
  );
}

/** Its title is enough to begin a page with. */
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
