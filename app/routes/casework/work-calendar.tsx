import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { readCalendar } from "#app/features/tasks/calendar-page.server.ts";
import { CalendarPage } from "#app/features/tasks/ui/calendar-page.tsx";
import { calendarViewIn } from "#app/features/tasks/work-view.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "tasks.calendar.title", leave: false });

export const loader = guardedLoader({ may: "work.read" }, async ({ actor, url }) => ({
  calendar: await readCalendar(actor, calendarViewIn(url.searchParams)),
}));

export default function WorkCalendar() {
  return <CalendarPage data={useLoaderData<typeof loader>().calendar} />;
}
