import { redirect } from "@remix-run/node";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { withdrawInvitation } from "#app/features/accounts/invitation/invitation-commands.server.ts";
import { invitationParams } from "#app/features/accounts/invitation/invitation-forms.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "people.withdraw.title" });

export const loader = guardedLoader({ may: "members.invite", params: invitationParams }, async () => ({}));

export const action = guardedAction(
  { may: "members.invite", params: invitationParams, form: emptyForm },
  async ({ actor, params }) => {
    const withdrawn = await withdrawInvitation(actor, params.invitationId, "member");
    return withdrawn.ok ? redirect(paths.organisation()) : refused(withdrawn.refusal);
  },
);

export default function WithdrawInvitation() {
  const t = useText();
  return (
    <DecisionPage
      back={paths.organisation()}
      title={t("people.withdraw.heading")}
      lead={t("people.withdraw.lead")}
      button={t("people.withdraw.button")}
      look="danger"
    />
  );
}
