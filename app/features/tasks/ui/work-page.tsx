import { Chips } from "#app/design-system/content/chips.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { inBuckets } from "#app/features/tasks/task-buckets.ts";
import type { WorkEntry } from "#app/features/tasks/work-entry.ts";
import { calendarHref, WHOSE, type Whose, workHref } from "#app/features/tasks/work-view.ts";
import { useText } from "#app/i18n/text-context.tsx";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import { paths } from "#app/paths.ts";
import { WorkTable } from "./work-table.tsx";

interface WorkPageProps {
  readonly work: { readonly entries: readonly WorkEntry[]; readonly isCut: boolean; readonly today: IsoDay };
  readonly whose: Whose;
  readonly mayHandOver: boolean;
}

/** What there is to do on all cases of the reader, what is late on top. */
export function WorkPage({ work: { entries, isCut, today }, whose, mayHandOver }: WorkPageProps) {
  const t = useText();
  const buckets = inBuckets(entries, today);
  return (
    <Page width="table">
      <Heading beside={t("tasks.work.count", { count: entries.length })}>{t("tasks.work.heading")}</Heading>
      <WhoseChips whose={whose} hrefOf={workHref} />
      {isCut && <Notice kind="warning" title={t("tasks.work.cut")} />}
      {buckets.map(({ bucket, entries: some }) => (
        <WorkTable key={bucket} caption={t(`tasks.bucket.${bucket}`)} entries={some} today={today} withCase />
      ))}
      {entries.length === 0 && (
        <EmptyState title={t(`tasks.work.none.${whose}`)}>
          <p>{t("tasks.work.none.body")}</p>
        </EmptyState>
      )}
      <ButtonRow>
        <ButtonLink href={calendarHref(whose)} look="secondary">
          {t("tasks.calendar.link")}
        </ButtonLink>
        {mayHandOver && (
          <ButtonLink href={paths.workHandOver()} look="secondary">
            {t("tasks.hand-over.link")}
          </ButtonLink>
        )}
      </ButtonRow>
    </Page>
  );
}

interface WhoseChipsProps {
  readonly whose: Whose;
  readonly hrefOf: (whose: Whose) => string;
}

export function WhoseChips({ whose, hrefOf }: WhoseChipsProps) {
  const t = useText();
  return (
    <Chips
      label={t("tasks.whose.label")}
      chips={WHOSE.map((one) => ({ label: t(`tasks.whose.${one}`), href: hrefOf(one), active: one === whose }))}
    />
  );
}
