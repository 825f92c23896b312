import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import type { PageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { KeptForm } from "#app/features/accounts/sign-in/ui/kept-form.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { AtWorkNotice } from "./at-work-notice.tsx";
import { WordsForm } from "./words-form.tsx";

interface ReturnPageProps extends PageForm {
  readonly kept: KeptForm | null;
  /** as what the reader is at work already */
  readonly role: string | null;
}

/** The way back with seven words, for everybody. */
export function ReturnPage({ formToken, result, kept, role }: ReturnPageProps) {
  const t = useText();
  return (
    <Page>
      <WordsForm formToken={formToken} result={result} kept={kept}>
        <Heading>{t("receipt.return.heading")}</Heading>
        <Lead>{t("receipt.return.lead")}</Lead>
        {kept && <Notice kind="sealed">{t("sign-in.again.kept")}</Notice>}
        {role && !result && <AtWorkNotice role={role} />}
      </WordsForm>
      <p>{t("receipt.return.lost")}</p>
    </Page>
  );
}
