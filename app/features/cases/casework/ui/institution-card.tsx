import { Card } from "#app/design-system/content/card.tsx";
import type { WorkCasePageData } from "#app/features/cases/casework/work-case-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

type InstitutionCardProps = { readonly data: Pick<WorkCasePageData, "institution" | "row" | "may"> };

/** Which institution of the register acted. Only coordinators hold the register; a lead reads the name. */
export function InstitutionCard({ data: { institution, row, may } }: InstitutionCardProps) {
  const t = useText();
  const { typed, matched } = institution;
  return (
    <Card title={t("institutions.match.title")}>
      <p>
        <b>{matched ? <bdi>{matched.name}</bdi> : t("institutions.match.none-yet")}</b>
      </p>
      {typed && <p className="note">{t.rich("institutions.match.typed", { name: <bdi>{typed}</bdi> })}</p>}
      {may.triage && (
        <p className="note">
          {matched && (
            <>
              <a href={paths.institution(matched.code)}>{t("institutions.match.entry")}</a>
              {" · "}
            </>
          )}
          <a href={paths.caseInstitution(row.caseId)}>{t("institutions.match.link")}</a>
        </p>
      )}
    </Card>
  );
}
