import type { ReactNode } from "react";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Pagination } from "#app/design-system/content/pagination.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { QUEUE_PAGE_SIZE, type QueuePageData } from "#app/features/cases/casework/queue-page.ts";
import { isFiltered, queueHref } from "#app/features/cases/casework/queue-view.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { CaseTable } from "./case-table.tsx";
import { QueueFilters } from "./queue-filters.tsx";

interface QueuePageProps {
  readonly data: QueuePageData;
  readonly formToken: string;
  /** what a room above this one has to say on top of the list */
  readonly above?: ReactNode;
  /** the reader's own filters */
  readonly saved?: ReactNode;
  /** keys and their help */
  readonly end?: ReactNode;
  /** what can be done with lines that were ticked; stands below the list, in its form */
  readonly below?: ReactNode;
  /** ids of cases with something new in their messages */
  readonly unread: readonly string[];
}

/** The team's cases: what cannot wait on top, with the day it is due. */
export function QueuePage({ data, formToken, above, saved, below, end, unread }: QueuePageProps) {
  const t = useText();
  const { rows, total, page, counts, view, now } = data;
  return (
    <Page width="table">
      <Heading beside={t("casework.queue.counts", counts)}>{t("casework.queue.heading")}</Heading>
      {above}
      {counts.all > 0 && <QueueFilters data={data} formToken={formToken} saved={saved} />}
      {rows.length > 0 ? (
        <Form action={paths.queueChosen()} formToken={formToken}>
          <CaseTable rows={rows} now={now} unread={unread} withLead canChoose />
          {below}
        </Form>
      ) : (
        <Nothing data={data} />
      )}
      <Pagination
        page={page}
        pageSize={QUEUE_PAGE_SIZE}
        total={total}
        hrefOf={(other) => queueHref(view, { page: other })}
      />
      {end}
    </Page>
  );
}

/** Three reasons why a list is empty, and for each what to do. */
function Nothing({ data: { counts, view, hidden } }: { readonly data: QueuePageData }) {
  const t = useText();
  if (counts.all === 0) {
    return (
      <EmptyState title={t("casework.queue.none.title")}>
        <p>{t("casework.queue.none.body")}</p>
        <ButtonRow>
          <ButtonLink href={paths.organisationsInvite()}>{t("casework.queue.none.invite")}</ButtonLink>
        </ButtonRow>
      </EmptyState>
    );
  }
  if (isFiltered(view, hidden)) {
    return (
      <EmptyState title={t("casework.queue.no-match.title")}>
        <p>
          <a href={paths.queue()}>{t("casework.filter.clear")}</a>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("casework.queue.all-done.title")}>
      <p>
        <a href={queueHref(view, { status: "all" })}>{t("casework.queue.all-done.show")}</a>
      </p>
    </EmptyState>
  );
}
