import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import { TeamName } from "#app/design-system/content/team-name.tsx";
import type { Proposal } from "#app/features/accounts/invitation/listed-invitations.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";

interface ProposalTableProps {
  readonly proposals: readonly Proposal[];
  readonly mayApprove: boolean;
  readonly mayWithdraw: boolean;
}

/** Colleagues on their way in, and whose yes is still missing. */
export function ProposalTable({ proposals, mayApprove, mayWithdraw }: ProposalTableProps) {
  const t = useText();
  const { date } = useFormats();
  const columns: Column<Proposal>[] = [
    { key: "role", header: t("people.role"), isRowHeader: true, cell: ({ role }) => t(`common.role.${role}`) },
    { key: "team", header: t("people.team"), cell: ({ team }) => (team ? <TeamName team={team} /> : "–") },
    { key: "state", header: t("people.state"), cell: (proposal) => <ProposalState {...proposal} /> },
    { key: "until", header: t("people.code.until"), cell: ({ expiresOn }) => date(expiresOn, "short") },
    {
      key: "act",
      header: t("people.act"),
      cell: (proposal) => <ProposalActs {...proposal} mayApprove={mayApprove} mayWithdraw={mayWithdraw} />,
    },
  ];
  return (
    <>
      <Heading level={2}>{t("people.proposals.heading")}</Heading>
      {proposals.length === 0 ? (
        <EmptyState title={t("people.proposals.none")}>
          <p>{t(mayWithdraw ? "people.proposals.none-propose" : "people.proposals.none-wait")}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t("people.proposals.heading")}
          captionHidden
          columns={columns}
          rows={proposals}
          rowKey={({ id }) => id}
        />
      )}
    </>
  );
}

type ProposalActsProps = Proposal & Pick<ProposalTableProps, "mayApprove" | "mayWithdraw">;

function ProposalActs({ id, isOpen, approvedByMe, mayApprove, mayWithdraw }: ProposalActsProps) {
  const t = useText();
  if (mayWithdraw) return <a href={paths.peopleWithdraw(id)}>{t("people.withdraw.link")}</a>;
  if (approvedByMe) return t("people.approve.by-you");
  return mayApprove && !isOpen ? <a href={paths.peopleApprove(id)}>{t("people.approve.link")}</a> : "–";
}

function ProposalState({ isOpen, approvedByIntake, approvedByGuardian }: Proposal) {
  const t = useText();
  if (isOpen) return <Tag>{t("people.proposals.open")}</Tag>;
  if (approvedByIntake) return <Tag tone="amber">{t("people.proposals.needs-guardian")}</Tag>;
  if (approvedByGuardian) return <Tag tone="amber">{t("people.proposals.needs-intake")}</Tag>;
  return <Tag tone="amber">{t("people.proposals.needs-both")}</Tag>;
}
