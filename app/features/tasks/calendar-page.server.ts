import type { Actor } from "#app/access/actor.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { now } from "#app/platform/clock.server.ts";
import type { CalendarPageData } from "./calendar-page.ts";
import { FURTHEST_MONTHS, monthSheet } from "./task-calendar.ts";
import { readWork } from "./work-page.server.ts";
import type { Whose } from "./work-view.ts";

/** A month of days, each with what is due on it. */
export async function readCalendar(
  actor: Actor,
  { whose, offset }: { readonly whose: Whose; readonly offset: number },
): Promise<CalendarPageData> {
  const sheet = monthSheet(isoDayOf(now()), offset);
  const days = sheet.weeks.flat();
  const { entries, isCut, today } = await readWork(actor, whose, () => ({ from: days[0]!, to: days.at(-1)! }));
  const weeks = sheet.weeks.map((week) =>
    week.map((day) => ({
      day,
      isOutside: !day.startsWith(sheet.month),
      entries: entries.filter(({ dueOn }) => dueOn === day),
    })),
  );
  const canGo = (to: number) => (Math.abs(to) <= FURTHEST_MONTHS ? to : null);
  return { whose, month: sheet.month, weeks, today, isCut, before: canGo(offset - 1), after: canGo(offset + 1) };
}
