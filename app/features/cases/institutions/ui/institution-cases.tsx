import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Pagination } from "#app/design-system/content/pagination.tsx";
import { QUEUE_PAGE_SIZE } from "#app/features/cases/casework/queue-page.ts";
import { CaseTable } from "#app/features/cases/casework/ui/case-table.tsx";
import type { InstitutionCasesData } from "#app/features/cases/institutions/institution-cases.ts";
import { useText } from "#app/i18n/text-context.tsx";

/** The team's cases of an institution and of all that belongs to it. */
export function InstitutionCases({ cases: { rows, total, page, now } }: { readonly cases: InstitutionCasesData }) {
  const t = useText();
  return (
    <>
      <Heading level={2} beside={total}>
        {t("institutions.cases.heading")}
      </Heading>
      {rows.length > 0 ? (
        <CaseTable rows={rows} now={now} unread={[]} withLead />
      ) : (
        <EmptyState title={t("institutions.cases.none")}>
          <p>{t("institutions.cases.none-why")}</p>
        </EmptyState>
      )}
      <Pagination page={page} pageSize={QUEUE_PAGE_SIZE} total={total} hrefOf={(to) => `?page=${to}`} />
    </>
  );
}
