import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { SignedInNotice } from "./signed-in-notice.tsx";

/** Where the code from the paper is typed. @param isAtWork somebody is signed in in this browser */
export function CodePage({ isAtWork }: { readonly isAtWork: boolean }) {
  const t = useText();
  return (
    <Page>
      <Form {...usePageForm()}>
        <Heading>{t("answering.begin.heading")}</Heading>
        <Lead>{t("answering.begin.lead")}</Lead>
        <Notice kind="sealed">
          <p>{t("answering.begin.sealed")}</p>
          <p>{t("answering.begin.readers")}</p>
        </Notice>
        {isAtWork ? (
          <SignedInNotice />
        ) : (
          <>
            <TextInput
              name="code"
              label={t("answering.code.label")}
              hint={t("answering.code.hint")}
              size="medium"
              latin
            />
            <ButtonRow>
              <Button>{t("common.action.continue")}</Button>
            </ButtonRow>
          </>
        )}
      </Form>
      <p>
        <a href={paths.answerReturn()}>{t("answering.return.link")}</a>
      </p>
    </Page>
  );
}
