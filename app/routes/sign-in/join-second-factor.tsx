import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { refused } from "#app/access/answers.server.ts";
import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { authenticatorEntry } from "#app/features/accounts/invitation/authenticator-entry.server.ts";
import { finishRedemption } from "#app/features/accounts/invitation/redemption-commands.server.ts";
import { codeForm } from "#app/features/accounts/sign-in/sign-in-forms.ts";
import { CodeInput } from "#app/features/accounts/sign-in/ui/code-form.tsx";
import { AuthenticatorSteps } from "#app/features/accounts/ui/authenticator-steps.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { redemptionOf } from "./newcomer.server.ts";
import { welcome } from "./welcome.server.ts";

export const handle = page({ title: "join.title" });

export const loader = publicFormLoader(async ({ session }) => {
  const { secrets, confirmed } = redemptionOf(session);
  if (!confirmed) throw redirect(paths.joinWords());
  return authenticatorEntry(secrets);
});

export const action = publicFormAction({ form: codeForm }, async ({ form, session, context }) => {
  const joined = await finishRedemption(session, form.code);
  return joined.ok ? welcome(joined.value, context) : refused(joined.refusal);
});

export default function JoinSecondFactor() {
  const t = useText();
  const entry = useLoaderData<typeof loader>();
  return (
    <Page caption={t("join.step", { step: 4, steps: 4 })}>
      <Form {...usePageForm()}>
        <Heading>{t("join.factor.heading")}</Heading>
        <Lead>{t("join.factor.lead")}</Lead>
        <AuthenticatorSteps {...entry} />
        <CodeInput label={t("join.factor.first-code")} />
        <ButtonRow>
          <Button>{t("join.factor.button")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
