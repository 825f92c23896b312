import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { ListedVersion } from "#app/features/surveys/building/list-page.server.ts";
import { LOCALES, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

/** From what a new questionnaire begins: a version that can be asked already, or nothing. */
export function BeginPage({ versions }: { readonly versions: readonly ListedVersion[] }) {
  const t = useText();
  const known = versions.map(({ digest, title, version, isStandard, questions }) => ({
    value: digest,
    label: <bdi>{t("waves.instrument.version", { title, version })}</bdi>,
    hint: `${isStandard ? `${t("questionnaires.begin.standard-hint")} ` : ""}${t("questionnaires.questions", { count: questions })}`,
  }));
  const empty = { value: "empty", label: t("questionnaires.begin.empty"), hint: t("questionnaires.begin.empty-hint") };
  return (
    <Page back={{ href: paths.questionnaires(), label: t("questionnaires.heading") }}>
      <Form {...usePageForm()} defaults={{ from: versions[0]?.digest ?? "empty", language: t.locale }}>
        <Heading>{t("questionnaires.begin.heading")}</Heading>
        <Lead>{t("questionnaires.begin.lead")}</Lead>
        <RadioCards name="from" label={t("questionnaires.begin.from")} options={[...known, empty]} />
        <TextInput
          name="title"
          label={t("questionnaires.begin.title")}
          hint={t("questionnaires.begin.only-empty")}
          optional
        />
        <Select
          name="language"
          label={t("questionnaires.begin.language")}
          hint={t("questionnaires.begin.only-empty")}
          size="medium"
          empty={false}
          options={LOCALES.map((locale) => ({ value: locale, label: OWN_NAMES[locale] }))}
        />
        <ButtonRow>
          <Button>{t("questionnaires.begin.button")}</Button>
        </ButtonRow>
        <p>
          <a href={paths.questionnaireImport()}>{t("questionnaires.import.link")}</a>
        </p>
      </Form>
    </Page>
  );
}
