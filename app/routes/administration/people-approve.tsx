import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { SummaryList } from "#app/design-system/content/summary-list.tsx";
import { TeamName } from "#app/design-system/content/team-name.tsx";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { invitationParams } from "#app/features/accounts/invitation/invitation-forms.ts";
import { findProposal } from "#app/features/accounts/invitation/invitation-queries.server.ts";
import { approveColleague } from "#app/features/accounts/invitation/staff-invitation-commands.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "people.title", leave: false });

export const loader = guardedLoader({ may: "people.approve", params: invitationParams }, async ({ actor, params }) => {
  const proposal = await findProposal(actor, params.invitationId);
  if (!proposal) throw notFound();
  return { proposal };
});

/** Who approves has just shown who they are: a colleague's keys are worth a second look. */
export const action = guardedAction(
  { may: "people.approve", params: invitationParams, form: emptyForm, reauthenticated: true },
  async ({ actor, params }) => {
    const approved = await approveColleague(actor, params.invitationId);
    return approved.ok ? redirect(paths.people()) : refused(approved.refusal);
  },
);

export default function PeopleApprove() {
  const t = useText();
  const { date } = useFormats();
  const { proposal } = useLoaderData<typeof loader>();
  const { role, team, expiresOn, approvedByIntake, approvedByGuardian } = proposal;
  const saidYes = (yes: boolean) => t(yes ? "people.approve.given" : "people.approve.missing");
  return (
    <DecisionPage
      back={paths.people()}
      title={t("people.approve.heading")}
      lead={t("people.approve.lead")}
      button={t("people.approve.button")}
    >
      <SummaryList
        rows={[
          { term: t("people.role"), value: t.dynamic(`common.role.${role}`) },
          { term: t("people.team"), value: team && <TeamName team={team} /> },
          { term: t("people.approve.opens"), value: t.dynamic(`people.role-hint.${role}`) },
          { term: t("people.approve.intake"), value: saidYes(approvedByIntake) },
          { term: t("people.approve.guardian"), value: saidYes(approvedByGuardian) },
          { term: t("people.code.until"), value: date(expiresOn) },
        ]}
      />
      <p>{t("people.approve.check")}</p>
    </DecisionPage>
  );
}
