import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { clearShelf, onShelf } from "#app/access/shelf.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { NewWords } from "#app/features/accounts/sign-in/new-words.ts";
import { AccountSheets } from "#app/features/accounts/ui/account-sheets.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { landingFor } from "#app/landing.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "account.title" });

export const loader = guardedLoader({ may: "account.read" }, async ({ actor, session, url }) => {
  const words = onShelf<NewWords>(session, "new-words");
  if (!words) throw redirect(paths.account());
  return { ...words, handle: actor.handle, origin: url.origin };
});

export const action = guardedAction({ may: "account.change", form: emptyForm }, async ({ actor, session }) => {
  await clearShelf(session, "new-words");
  return redirect(landingFor(actor.role));
});

export default function NewWordsPage() {
  const t = useText();
  const { handle, passphrase, sheet, origin } = useLoaderData<typeof loader>();
  return (
    <Page>
      <Heading>{t("account.new-words.heading")}</Heading>
      <Lead>{sheet ? t("account.new-words.lead-both") : t("account.new-words.lead")}</Lead>
      <Notice kind="warning" title={t("join.keys.once")}>
        <p>{t("account.new-words.old")}</p>
      </Notice>
      <AccountSheets handle={handle} passphrase={passphrase} sheet={sheet} origin={origin} />
      <Form {...usePageForm()}>
        <ButtonRow>
          <Button>{t("join.keys.done")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
