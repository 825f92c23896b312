import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { lockAccount } from "#app/features/accounts/people/people-commands.server.ts";
import { personParams } from "#app/features/accounts/people/people-forms.ts";
import { findAccount } from "#app/features/accounts/people/people-queries.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "people.title", leave: false });

export const loader = guardedLoader({ may: "people.lock", params: personParams }, async ({ actor, params }) => {
  const account = await findAccount(actor, params.userId);
  if (!account || account.isLocked) throw notFound();
  return { handle: account.handle };
});

export const action = guardedAction(
  { may: "people.lock", params: personParams, form: emptyForm },
  async ({ actor, params }) => {
    const locked = await lockAccount(actor, params.userId);
    return locked.ok ? redirect(paths.people()) : refused(locked.refusal);
  },
);

export default function PeopleLock() {
  const t = useText();
  const { handle } = useLoaderData<typeof loader>();
  return (
    <DecisionPage
      back={paths.people()}
      title={t("people.lock.heading", { handle })}
      lead={t("people.lock.lead")}
      button={t("people.lock.button")}
      look="danger"
    >
      <p>{t("people.lock.limits")}</p>
    </DecisionPage>
  );
}
