import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { ReturnFields } from "./return-fields.tsx";

/**
 * The session has ended, or never was: code and words open the answers again. What was typed meanwhile waits in this page
 * and goes on with them.
 */
export function EndedPage({ address }: { readonly address?: string }) {
  const t = useText();
  const form = usePageForm();
  const typed = Object.entries(form.result?.values ?? {}).filter(([name]) => name !== "code" && name !== "words");
  return (
    <Page>
      <Form {...form} {...(address && { action: address })}>
        {typed.flatMap(([name, values]) =>
          [values].flat().map((value) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />),
        )}
        <Heading>{t("answering.return.heading")}</Heading>
        <Lead>{t("answering.return.lead")}</Lead>
        {typed.length > 0 && <Notice kind="sealed">{t("sign-in.again.kept")}</Notice>}
        <ReturnFields />
        <ButtonRow>
          <Button>{t("common.action.continue")}</Button>
        </ButtonRow>
      </Form>
      <p>{t("answering.return.lost")}</p>
    </Page>
  );
}
