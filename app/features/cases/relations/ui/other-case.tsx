import { Incidents, StatusTag } from "#app/features/cases/casework/ui/case-table.tsx";
import type { OtherCaseWords } from "#app/features/cases/relations/relations-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

/** Another case in one line: enough to know it again. */
export function OtherCaseLink({ other }: { readonly other: OtherCaseWords | null }) {
  const t = useText();
  if (!other) return <span className="quiet">{t("relations.gone")}</span>;
  return (
    <>
      <a href={paths.case(other.caseId)} className="nowrap">
        <bdi>{other.reference}</bdi>
      </a>{" "}
      <StatusTag status={other.status} />
      <br />
      <OtherCaseFacts other={other} />
    </>
  );
}

/** What happened, and who did it. */
export function OtherCaseFacts({ other: { incidents, institution } }: { readonly other: OtherCaseWords }) {
  const t = useText();
  const { type, country } = institution;
  const who = [type, country?.name].filter(Boolean).join(t("casework.separator"));
  return (
    <>
      <Incidents labels={incidents} />
      {who && <span className="quiet"> · {who}</span>}
    </>
  );
}
