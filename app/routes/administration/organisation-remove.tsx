import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { grantWaitingKeys } from "#app/features/accounts/people/key-grants.server.ts";
import { removeMember } from "#app/features/accounts/people/member-commands.server.ts";
import { readOwnOrganisation } from "#app/features/accounts/people/member-queries.server.ts";
import { personParams } from "#app/features/accounts/people/people-forms.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "organisation.own.title" });

export const loader = guardedLoader({ may: "members.remove", params: personParams }, async ({ actor, params }) => {
  const { members } = await readOwnOrganisation(actor);
  const member = members.find(({ id, isSelf }) => id === params.userId && !isSelf);
  if (!member) throw notFound();
  return { handle: member.handle };
});

export const action = guardedAction(
  { may: "members.remove", params: personParams, form: emptyForm },
  async ({ actor, params }) => {
    const removed = await removeMember(actor, params.userId);
    if (!removed.ok) return refused(removed.refusal);
    // The organisation's key has its next version before the owner reads that it is done.
    await grantWaitingKeys(actor);
    return redirect(paths.organisation());
  },
);

export default function OrganisationRemove() {
  const t = useText();
  const { handle } = useLoaderData<typeof loader>();
  return (
    <DecisionPage
      back={paths.organisation()}
      title={t("organisation.remove.heading", { handle })}
      lead={t("organisation.remove.lead")}
      button={t("organisation.remove.button")}
      look="danger"
    >
      <p>{t("organisation.remove.limits")}</p>
    </DecisionPage>
  );
}
