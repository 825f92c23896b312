import { Address } from "#app/design-system/content/address.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { SecretSheet } from "#app/design-system/content/secret-sheet.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface WordsPageProps {
  readonly words: readonly string[];
  /** where they are entered, such as `https://thaw.example.org` */
  readonly origin: string;
}

/** The seven words, once: to be written down, or printed as a sheet. */
export function WordsPage({ words, origin }: WordsPageProps) {
  const t = useText();
  return (
    <Page>
      <Heading>{t("receipt.words.heading")}</Heading>
      <Lead>{t("receipt.words.lead")}</Lead>
      <Notice kind="warning" title={t("receipt.words.once")}>
        <p>{t("receipt.words.once-why")}</p>
      </Notice>
      <SecretSheet
        title={t("receipt.words.sheet")}
        words={words}
        facts={[{ term: t("receipt.words.address"), value: <Address>{`${origin}${paths.receipt()}`}</Address> }]}
      >
        <p>{t("receipt.words.use")}</p>
      </SecretSheet>
      <Form {...usePageForm()}>
        <ButtonRow>
          <Button>{t("receipt.words.button")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
