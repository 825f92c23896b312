import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import type { KeptForm } from "./kept-form.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** What a 401 answer carries: the form that could not be taken now, and a form token to sign in with. */
export interface SignInAgainData extends KeptForm {
  readonly reason: "ended" | "reauthenticate";
  readonly formToken: string;
}

export function isSignInAgain(data: unknown): data is SignInAgainData {
  return typeof data === "object" && data !== null && "ticket" in data && "reason" in data;
}

interface SignInAgainPageProps {
  readonly data: SignInAgainData;
  readonly handle: string | undefined;
}

/** The session has ended, or an act needs a fresh proof: the page comes back as a sign-in form that keeps everything. */
export function SignInAgainPage({ data, handle }: SignInAgainPageProps) {
  const t = useText();
  const { reason, formToken, kept, ticket } = data;
  return (
    <Page>
      <SignInForm formToken={formToken} kept={{ kept, ticket }} handle={handle}>
        <Heading>{t(`sign-in.again.${reason}.heading`)}</Heading>
        <Lead>{t(`sign-in.again.${reason}.lead`)}</Lead>
        <Notice kind="sealed">{t("sign-in.again.kept")}</Notice>
      </SignInForm>
    </Page>
  );
}
