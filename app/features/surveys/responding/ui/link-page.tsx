import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { SignedInNotice } from "./signed-in-notice.tsx";

interface LinkPageProps {
  readonly isOpen: boolean;
  /** somebody is signed in in this browser */
  readonly isAtWork: boolean;
}

/** What is behind an open link. One that was withdrawn, and one whose survey takes no answers, look the same. */
export function LinkPage({ isOpen, isAtWork }: LinkPageProps) {
  const t = useText();
  const form = usePageForm();
  return (
    <Page>
      <Form {...form}>
        <Heading>{t(isOpen ? "answering.begin.heading" : "answering.link.gone")}</Heading>
        <Lead>{t(isOpen ? "answering.link.lead" : "answering.link.gone-why")}</Lead>
        {isOpen && (
          <Notice kind="sealed">
            <p>{t("answering.begin.sealed")}</p>
            <p>{t("answering.begin.readers")}</p>
          </Notice>
        )}
        {isOpen && isAtWork && <SignedInNotice />}
        {isOpen && !isAtWork && (
          <ButtonRow>
            <Button>{t("common.action.continue")}</Button>
          </ButtonRow>
        )}
      </Form>
      <p>
        <a href={paths.answerReturn()}>{t("answering.return.link")}</a>
      </p>
    </Page>
  );
}
