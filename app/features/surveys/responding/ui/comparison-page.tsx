import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { SecretSheet } from "#app/design-system/content/secret-sheet.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

export interface ComparisonPageProps {
  /** what was given so far, as it is written on paper; null where nothing was */
  readonly words: readonly string[] | null;
  readonly takesAnswers: boolean;
}

/** Whether an answer may be set beside one of another survey: a wish, and nothing that anybody must decide. */
export function ComparisonPage({ words, takesAnswers }: ComparisonPageProps) {
  const t = useText();
  const form = usePageForm();
  const choices = words ? (["keep", "new", "known", "none"] as const) : (["none", "new", "known"] as const);
  return (
    <Page back={paths.answerCheck()}>
      <Form {...form}>
        <Heading>{t("answering.compare.heading")}</Heading>
        <Lead>{t("answering.compare.lead")}</Lead>
        <Notice kind="sealed">
          <p>{t("answering.compare.allows")}</p>
          <p>{t("answering.compare.keeps")}</p>
        </Notice>
        {words && (
          <SecretSheet title={t("answering.compare.sheet")} words={words} lead={t("answering.compare.write-down")}>
            <p>{t("answering.compare.careful")}</p>
          </SecretSheet>
        )}
        {takesAnswers && (
          <>
            <RadioCards
              name="compare"
              label={t(words ? "answering.compare.question-again" : "answering.compare.question")}
              defaultValue={choices[0]}
              options={choices.map((value) => ({
                value,
                label: t(`answering.compare.choice.${value}`),
                hint: t(`answering.compare.hint.${value}`),
              }))}
            />
            <TextInput
              name="panelWords"
              label={t("answering.compare.words")}
              hint={t("answering.compare.words-hint")}
              maxLength={400}
              optional
              latin
            />
            <ButtonRow>
              <Button>{t("common.action.continue")}</Button>
            </ButtonRow>
          </>
        )}
      </Form>
    </Page>
  );
}
