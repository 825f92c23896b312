import { redirect } from "@remix-run/node";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { putOnShelf } from "#app/access/shelf.server.ts";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { inviteMember } from "#app/features/accounts/invitation/invitation-commands.server.ts";
import { inviteMemberForm } from "#app/features/accounts/invitation/invitation-forms.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "organisation.own.title" });

export const loader = guardedLoader({ may: "members.invite" }, async () => ({}));

export const action = guardedAction(
  { may: "members.invite", form: inviteMemberForm },
  async ({ actor, session, form }) => {
    const invited = await inviteMember(actor, form);
    if (!invited.ok) return refused(invited.refusal);
    await putOnShelf(session, "code", { ...invited.value });
    return redirect(paths.accountCode());
  },
);

export default function OrganisationInvite() {
  const t = useText();
  return (
    <DecisionPage
      back={paths.organisation()}
      title={t("organisation.member.heading")}
      lead={t("organisation.member.lead")}
      button={t("organisation.invite.button")}
    >
      <Checkbox name="isOwner" label={t("organisation.member.owner")} hint={t("organisation.member.owner-hint")} />
    </DecisionPage>
  );
}
