import { Heading } from "#app/design-system/content/heading.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { EditedPart } from "#app/features/surveys/building/part-page.server.ts";
import { LOCALES, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { SheetForm } from "./sheet-form.tsx";

/** What is said of the questionnaire as a whole, and its languages. */
export function WholeEditPage({ id, language, seen, defaults }: EditedPart) {
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
      </SheetForm>
    </Page>
  );
}
