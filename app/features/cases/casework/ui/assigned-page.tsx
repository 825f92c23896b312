import type { ReactNode } from "react";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { CaseRow } from "#app/features/cases/casework/case-row.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { CaseTable } from "./case-table.tsx";

interface AssignedPageProps {
  readonly data: {
    readonly rows: readonly CaseRow[];
    readonly open: number;
    readonly overdue: number;
    readonly now: string;
  };
  /** what a room above this one has to say on top of the list */
  readonly above?: ReactNode;
  /** keys and their help */
  readonly end?: ReactNode;
  /** ids of cases with something new in their messages */
  readonly unread: readonly string[];
}

/** What a lead has to do, the case due first on top. */
export function AssignedPage({ data: { rows, open, overdue, now }, above, end, unread }: AssignedPageProps) {
  const t = useText();
  return (
    <Page width="table">
      <Heading beside={t("casework.assigned.counts", { open, overdue })}>{t("casework.assigned.heading")}</Heading>
      {above}
      {rows.length > 0 ? (
        <CaseTable rows={rows} now={now} unread={unread} />
      ) : (
        <EmptyState title={t("casework.assigned.none.title")}>
          <p>{t("casework.assigned.none.body")}</p>
        </EmptyState>
      )}
      {end}
    </Page>
  );
}
