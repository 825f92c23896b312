import { useActionData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { approveAuthenticator } from "#app/features/accounts/people/authenticator-reset-commands.server.ts";
import { handleForm } from "#app/features/accounts/people/people-forms.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "people.title", leave: false });

export const loader = guardedLoader({ may: "authenticator.approve" }, async () => ({}));

/** Who approves has just shown who they are: with this word and another, a passphrase alone opens an account. */
export const action = guardedAction(
  { may: "authenticator.approve", form: handleForm, reauthenticated: true },
  async ({ actor, form }) => {
    const approved = await approveAuthenticator(actor, form);
    return approved.ok ? Response.json({ approved: approved.value }) : refused(approved.refusal);
  },
);

export default function PeopleAuthenticator() {
  const t = useText();
  const { approved } = (useActionData() ?? {}) as { approved?: { granted: boolean } };
  return (
    <Page back={paths.people()}>
      {approved && (
        <Notice kind="success">
          {t(approved.granted ? "people.authenticator.granted" : "people.authenticator.one-more")}
        </Notice>
      )}
      <Form {...usePageForm()}>
        <Heading>{t("people.authenticator.heading")}</Heading>
        <Lead>{t("people.authenticator.lead")}</Lead>
        <p>{t("people.authenticator.check")}</p>
        <TextInput
          name="handle"
          label={t("people.authenticator.handle")}
          hint={t("people.authenticator.hint")}
          size="medium"
          latin
        />
        <ButtonRow>
          <Button>{t("people.authenticator.button")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
