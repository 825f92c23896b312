import type { ReactNode } from "react";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import type { KeptForm } from "./kept-form.tsx";
import { SignInForm } from "./sign-in-form.tsx";

interface SignInAgainPageProps {
  readonly formToken: string;
  readonly form: KeptForm;
  readonly reason: "ended" | "reauthenticate";
  readonly handle: string | undefined;
  /** what came with the form and cannot be kept */
  readonly notTaken?: ReactNode;
}

/** The session has ended, or an act needs a fresh proof: the page comes back as a sign-in form that keeps everything. */
export function SignInAgainPage({ formToken, form, reason, handle, notTaken }: SignInAgainPageProps) {
  const t = useText();
  return (
    <Page>
      <SignInForm formToken={formToken} kept={form} handle={handle}>
        <Heading>{t(`sign-in.again.${reason}.heading`)}</Heading>
        <Lead>{t(`sign-in.again.${reason}.lead`)}</Lead>
        {notTaken}
        <Notice kind="sealed">{t("sign-in.again.kept")}</Notice>
      </SignInForm>
    </Page>
  );
}
