import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { AtWorkNotice } from "./at-work-notice.tsx";

interface StartPageProps {
  readonly team: string;
  /** as what the reader is at work already; null for somebody nobody knows */
  readonly role: string | null;
  /** after which a report that was not sent is deleted */
  readonly weeks: number;
}

/** What is behind an open link, before anything is typed: who reads it, how one comes back, how long a draft stays. */
export function StartPage({ team, role, weeks }: StartPageProps) {
  const t = useText();
  const form = usePageForm();
  return (
    <Page>
      <Form {...form}>
        <Heading>{t("receipt.start.heading")}</Heading>
        <Lead>{t("receipt.start.lead", { team })}</Lead>
        <ul>
          <li>{t("receipt.start.questions")}</li>
          <li>{t("receipt.start.words")}</li>
          <li>{t("receipt.start.stop", { weeks })}</li>
        </ul>
        <Notice kind="sealed">
          <p>{t("receipt.start.readers", { team })}</p>
          <p>{t("receipt.start.session")}</p>
        </Notice>
        {role ? (
          <AtWorkNotice role={role} />
        ) : (
          <ButtonRow>
            <Button>{t("common.action.continue")}</Button>
          </ButtonRow>
        )}
      </Form>
      {!role && (
        <p>
          <a href={paths.receipt()}>{t("receipt.return.link")}</a>
        </p>
      )}
    </Page>
  );
}

/** A link that was withdrawn, replaced, or never was: all look the same. */
export function LinkGonePage() {
  const t = useText();
  return (
    <Page>
      <Heading>{t("receipt.gone.heading")}</Heading>
      <Lead>{t("receipt.gone.lead")}</Lead>
      <p>
        <a href={paths.receipt()}>{t("receipt.return.link")}</a>
      </p>
    </Page>
  );
}
