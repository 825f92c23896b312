import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import type { PageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { AuthenticatorEntry } from "#app/features/accounts/invitation/authenticator-entry.server.ts";
import { AuthenticatorSteps } from "#app/features/accounts/ui/authenticator-steps.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { CodeInput } from "./code-form.tsx";
import { KeptFields, keptIn } from "./kept-form.tsx";
import { useKeptOn } from "./use-kept-on.ts";

interface AuthenticatorPageProps extends PageForm {
  /** what the new app takes; null until two people have approved it */
  readonly entry: AuthenticatorEntry | null;
}

/** For whoever has lost the authenticator app: whom to ask, and once two have agreed, a new one to connect. */
export function AuthenticatorPage({ entry, ...form }: AuthenticatorPageProps) {
  const t = useText();
  const keptOn = useKeptOn();
  const kept = keptOn ?? keptIn(form.result);
  return (
    <Page {...(!kept && { back: paths.signInCode() })}>
      <Form {...form} action={paths.signInAuthenticator()}>
        <KeptFields form={kept} />
        <Heading>{t("sign-in.authenticator.heading")}</Heading>
        {entry ? <Connect entry={entry} /> : <Ask />}
      </Form>
    </Page>
  );
}

function Ask() {
  const t = useText();
  return (
    <>
      <Lead>{t("sign-in.authenticator.lead")}</Lead>
      <ol>
        <li>{t("sign-in.authenticator.ask")}</li>
        <li>{t("sign-in.authenticator.wait")}</li>
        <li>{t("sign-in.authenticator.come-back")}</li>
      </ol>
      <p>{t("sign-in.authenticator.found")}</p>
      <ButtonRow>
        <Button name="begin" value="yes">
          {t("sign-in.authenticator.begin")}
        </Button>
      </ButtonRow>
    </>
  );
}

function Connect({ entry }: { readonly entry: AuthenticatorEntry }) {
  const t = useText();
  return (
    <>
      <Lead>{t("sign-in.authenticator.connect")}</Lead>
      <AuthenticatorSteps {...entry} />
      <CodeInput label={t("join.factor.first-code")} />
      <ButtonRow>
        <Button>{t("sign-in.code.button")}</Button>
      </ButtonRow>
    </>
  );
}
