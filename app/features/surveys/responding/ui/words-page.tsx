import { Address } from "#app/design-system/content/address.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { SecretSheet } from "#app/design-system/content/secret-sheet.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { AboutSurvey as About } from "#app/features/surveys/responding/survey-pages.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { AboutSurvey } from "./about-survey.tsx";

interface WordsPageProps {
  readonly about: About;
  readonly code: string;
  readonly words: readonly string[];
  /** where both are entered, such as `https://thaw.example.org` */
  readonly origin: string;
}

/** What the survey is, and the four words without which nobody comes back: shown once. */
export function WordsPage({ about, code, words, origin }: WordsPageProps) {
  const t = useText();
  return (
    <Page>
      <Heading>{about.title}</Heading>
      <AboutSurvey about={about} />
      <Notice kind="warning" title={t("answering.words.once")}>
        <p>{t("answering.words.why")}</p>
      </Notice>
      <SecretSheet
        title={t("answering.words.sheet")}
        words={words}
        facts={[
          { term: t("answering.code.label"), value: <bdi dir="ltr">{code}</bdi> },
          { term: t("answering.words.address"), value: <Address>{`${origin}${paths.answerReturn()}`}</Address> },
        ]}
      >
        <p>{t("answering.words.use")}</p>
      </SecretSheet>
      <Form {...usePageForm()}>
        <ButtonRow>
          <Button>{t("answering.words.button")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
