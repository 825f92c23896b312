import { redirect } from "@remix-run/node";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { withdrawInvitation } from "#app/features/accounts/invitation/invitation-commands.server.ts";
import { invitationParams } from "#app/features/accounts/invitation/invitation-forms.ts";
import { WithdrawInvitationPage } from "#app/features/accounts/invitation/ui/withdraw-invitation-page.tsx";
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
  return <WithdrawInvitationPage back={paths.organisation()} />;
}
