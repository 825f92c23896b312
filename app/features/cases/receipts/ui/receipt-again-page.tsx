import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { FilesNotTaken } from "#app/features/accounts/sign-in/ui/files-not-taken.tsx";
import type { KeptForm } from "#app/features/accounts/sign-in/ui/kept-form.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { WordsForm } from "./words-form.tsx";

interface ReceiptAgainPageProps {
  readonly formToken: string;
  readonly form: KeptForm;
  /** names of files that came with the form and cannot be kept */
  readonly lost: readonly string[];
  /** what was typed freely in the form that came too late */
  readonly texts: readonly string[];
}

/**
 * A form of somebody without an account whose session has ended. With words it goes on; before they were shown nobody can
 * open what was saved, and the page says so and gives back what it was just given.
 */
export function ReceiptAgainPage({ formToken, form, lost, texts }: ReceiptAgainPageProps) {
  const t = useText();
  return (
    <Page>
      <WordsForm formToken={formToken} result={undefined} kept={form}>
        <Heading>{t("receipt.again.heading")}</Heading>
        <Lead>{t("receipt.again.lead")}</Lead>
        <FilesNotTaken names={lost} />
        <Notice kind="sealed">{t("sign-in.again.kept")}</Notice>
      </WordsForm>
      <Heading level={2}>{t("receipt.again.no-words")}</Heading>
      <p>{t("receipt.again.lost")}</p>
      {texts.length > 0 && <p>{t("receipt.again.copy")}</p>}
      {texts.map((text) => (
        <p key={text} className="card typed" dir="auto">
          {text}
        </p>
      ))}
    </Page>
  );
}
