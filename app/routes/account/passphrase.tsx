import { redirect } from "@remix-run/node";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { onShelf } from "#app/access/shelf.server.ts";
import { forgetVisit } from "#app/access/visit.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { changePassphrase } from "#app/features/accounts/sign-in/passphrase-commands.server.ts";
import { passphraseForm } from "#app/features/accounts/sign-in/sign-in-forms.ts";
import { CodeInput } from "#app/features/accounts/sign-in/ui/code-form.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "account.title" });

export const loader = guardedLoader({ may: "account.read" }, async ({ session }) => {
  if (onShelf(session, "new-words")) throw redirect(paths.accountNewWords());
  return {};
});

export const action = guardedAction(
  { may: "account.change", form: passphraseForm },
  async ({ actor, session, form, context }) => {
    const changed = await changePassphrase(actor, session, form);
    if (changed.ok) return redirect(paths.accountNewWords());
    // Pressed twice: the first press may have changed it already, and its words must still be shown.
    forgetVisit(context);
    return refused(changed.refusal);
  },
);

export default function Passphrase() {
  const t = useText();
  return (
    <Page back={paths.account()}>
      <Form {...usePageForm()}>
        <Heading>{t("account.passphrase.heading")}</Heading>
        <Lead>{t("account.passphrase.lead")}</Lead>
        <TextInput name="passphrase" type="password" label={t("account.passphrase.present")} latin />
        <CodeInput label={t("sign-in.code.question")} />
        <ButtonRow>
          <Button>{t("account.passphrase.button")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
