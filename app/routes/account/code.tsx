import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { clearShelf, onShelf } from "#app/access/shelf.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { InvitationKind, IssuedCode } from "#app/features/accounts/invitation/invitation.ts";
import { CodeSheet } from "#app/features/accounts/invitation/ui/code-sheet.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "people.code.title" });

const LIST: Record<InvitationKind, string> = {
  organisation: paths.organisations(),
  member: paths.organisation(),
  staff: paths.people(),
};

export const loader = guardedLoader({ may: "account.read" }, async ({ session, url }) => {
  const issued = onShelf<IssuedCode>(session, "code");
  if (!issued) throw redirect(paths.account());
  return { issued, origin: url.origin };
});

export const action = guardedAction({ may: "account.change", form: emptyForm }, async ({ session }) => {
  const issued = onShelf<IssuedCode>(session, "code");
  await clearShelf(session, "code");
  return redirect(issued ? LIST[issued.kind] : paths.account());
});

export default function Code() {
  const t = useText();
  const { issued, origin } = useLoaderData<typeof loader>();
  return (
    <Page>
      <Heading>{t("people.code.heading")}</Heading>
      <Lead>{t(`people.code.lead.${issued.kind}`)}</Lead>
      <CodeSheet issued={issued} origin={origin} />
      <Form {...usePageForm()}>
        <ButtonRow>
          <Button>{t("people.code.done")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
