import { Heading } from "#app/design-system/content/heading.tsx";
import { type MonthDay, MonthTable } from "#app/design-system/content/month-table.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { CalendarDayData, CalendarPageData } from "#app/features/tasks/calendar-page.ts";
import type { WorkEntry } from "#app/features/tasks/work-entry.ts";
import { calendarFileHref, calendarHref, workHref } from "#app/features/tasks/work-view.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import { paths } from "#app/paths.ts";
import { WhoseChips } from "./work-page.tsx";

/** A month of days, and the way to a calendar program, with what goes there and what does not. */
export function CalendarPage({ data }: { readonly data: CalendarPageData }) {
  const t = useText();
  const { date, weekday } = useFormats();
  const { whose, month, weeks, today, isCut, before, after } = data;
  const isEmpty = weeks.flat().every(({ entries }) => entries.length === 0);
  return (
    <Page width="table" back={{ href: workHref(whose), label: t("tasks.work.heading") }}>
      <Heading beside={date(month)}>{t("tasks.calendar.heading")}</Heading>
      <WhoseChips whose={whose} hrefOf={(one) => calendarHref(one)} />
      {isCut && <Notice kind="warning" title={t("tasks.work.cut")} />}
      <MonthTable
        caption={date(month)}
        weekdays={(weeks[0] ?? []).map(({ day }) => ({ short: weekday(day, "short"), long: weekday(day) }))}
        weeks={weeks.map((week) => week.map((day) => sheetDay(day, today, date(day.day, "weekday"))))}
      />
      {isEmpty && <p>{t("tasks.calendar.none")}</p>}
      <ButtonRow>
        {before !== null && (
          <ButtonLink href={calendarHref(whose, before)} look="secondary">
            {t("tasks.calendar.before")}
          </ButtonLink>
        )}
        {after !== null && (
          <ButtonLink href={calendarHref(whose, after)} look="secondary">
            {t("tasks.calendar.after")}
          </ButtonLink>
        )}
      </ButtonRow>
      <Heading level={2}>{t("tasks.file.heading")}</Heading>
      <p>{t("tasks.file.body")}</p>
      <ButtonRow>
        <ButtonLink href={calendarFileHref(whose)} look="secondary" download>
          {t("tasks.file.button")}
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}

function sheetDay({ day, isOutside, entries }: CalendarDayData, today: IsoDay, label: string): MonthDay {
  return {
    key: day,
    number: Number(day.slice(8)),
    label,
    isOutside,
    isToday: day === today,
    items: entries.map((entry) => ({ key: entry.key, item: <DayItem entry={entry} /> })),
  };
}

function DayItem({ entry: { caseId, reference, task, deadline } }: { readonly entry: WorkEntry }) {
  const t = useText();
  return (
    <>
      <a href={paths.caseTasks(caseId)}>
        <bdi>{reference}</bdi>
      </a>{" "}
      {deadline && t(`tasks.deadline.${deadline.kind}`)}
      {task && (task.kind === "todo" ? <span dir="auto">{task.text}</span> : t(`tasks.kind.${task.kind}`))}
    </>
  );
}
