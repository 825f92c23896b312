import { redirect } from "@remix-run/node";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { putOnShelf } from "#app/access/shelf.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { inviteOrganisationAgain } from "#app/features/accounts/invitation/invitation-commands.server.ts";
import { organisationParams } from "#app/features/accounts/invitation/invitation-forms.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "organisation.invite.title", leave: false });

export const loader = guardedLoader({ may: "organisation.invite", params: organisationParams }, async () => ({}));

export const action = guardedAction(
  { may: "organisation.invite", params: organisationParams, form: emptyForm },
  async ({ actor, session, params }) => {
    const invited = await inviteOrganisationAgain(actor, params.organisationId);
    if (!invited.ok) return refused(invited.refusal);
    await putOnShelf(session, "code", { ...invited.value });
    return redirect(paths.accountCode());
  },
);

export default function OrganisationsInviteAgain() {
  const t = useText();
  return (
    <DecisionPage
      back={paths.organisations()}
      title={t("organisation.again.heading")}
      lead={t("organisation.again.lead")}
      button={t("organisation.again.button")}
    />
  );
}
