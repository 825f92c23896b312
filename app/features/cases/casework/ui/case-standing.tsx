import { Facts } from "#app/design-system/content/facts.tsx";
import { DueTag } from "#app/design-system/content/tag.tsx";
import type { CaseStanding } from "#app/features/cases/casework/work-case-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { StatusTag } from "./case-table.tsx";

/** Where a case stands now. The three judgements stand side by side and are never mixed into one. */
export function CaseStandingFacts({ standing: { row, now } }: { readonly standing: CaseStanding }) {
  const t = useText();
  const { dueAt, status, judgement, lead } = row;
  const quiet = (words: string) => <span className="quiet">{words}</span>;
  const said = (label: string | undefined) => label ?? quiet(t("casework.not-said"));
  return (
    <Facts
      facts={[
        { label: t("casework.column.due"), value: <DueTag dueAt={dueAt} now={now} /> },
        { label: t("casework.column.status"), value: <StatusTag status={status} /> },
        { label: t("casework.column.urgency"), value: said(judgement.urgency?.label) },
        { label: t("casework.column.severity"), value: said(judgement.severity?.label) },
        { label: t("casework.column.risk"), value: said(judgement.risk?.label) },
        { label: t("casework.column.lead"), value: lead ? <bdi>{lead}</bdi> : quiet(t("casework.assign.nobody")) },
      ]}
    />
  );
}
