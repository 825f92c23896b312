import { guardedResource } from "#app/access/guard.server.ts";
import { calendarFile } from "#app/features/tasks/calendar-file.server.ts";
import { whoseIn } from "#app/features/tasks/work-view.ts";

/** Days and references for a calendar program. */
export const loader = guardedResource({ may: "work.read" }, ({ actor, url }) =>
  calendarFile(actor, whoseIn(url.searchParams)),
);
