import type { ReactNode } from "react";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form, type FormResult } from "#app/design-system/forms/form.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { KeptFields, type KeptForm } from "./kept-form.tsx";

interface ChangeBackPageProps {
  readonly formToken: string;
  readonly form: KeptForm;
  /** the hat under which the form was drawn */
  readonly hat: string;
  readonly result?: FormResult | undefined;
  /** what came with the form and cannot be kept */
  readonly notTaken?: ReactNode;
}

/** A form that was drawn under another hat: one press changes back, and what was typed is still there to be sent. */
export function ChangeBackPage({ formToken, form, hat, result, notTaken }: ChangeBackPageProps) {
  const t = useText();
  return (
    <Page>
      <Form formToken={formToken} result={result} action={paths.accountHat()}>
        <KeptFields form={form} />
        <input type="hidden" name="hat" value={hat} />
        <Heading>{t("account.change-back.heading")}</Heading>
        <Lead>{t("account.change-back.lead")}</Lead>
        {notTaken}
        <Notice kind="sealed">{t("sign-in.again.kept")}</Notice>
        <ButtonRow>
          <Button>{t("account.change-back.button")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
