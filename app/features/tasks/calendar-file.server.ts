import type { Actor } from "#app/access/actor.ts";
import { addDays } from "#app/kernel/iso-day.ts";
import { vouchingId } from "#app/platform/crypto/vouching-id.server.ts";
import { DOWNLOAD_POLICY } from "#app/platform/http/security-headers.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";
import { PASSED_SHOWN_DAYS } from "./task-deadlines.ts";
import { icalendar } from "./task-icalendar.ts";
import type { WorkEntry } from "./work-entry.ts";
import { readWork } from "./work-page.server.ts";
import type { Whose } from "./work-view.ts";

/** How far ahead the file looks. */
const YEAR_DAYS = 366;

/**
 * The days as a file for a calendar program: references and dates. What is to be done, where and by whom stays here, for
 * the file lies unsealed on a device that may be looked through.
 */
export async function calendarFile(actor: Actor, whose: Whose): Promise<Response> {
  const { entries, today } = await readWork(actor, whose, (day) => ({
    from: addDays(day, -PASSED_SHOWN_DAYS),
    to: addDays(day, YEAR_DAYS),
  }));
  const days = entries
    .flatMap(({ key, dueOn, reference }) =>
      dueOn === null ? [] : [{ uid: uidOf(actor, key), on: dueOn, summary: reference }],
    )
    // In an order that is the same each time and tells nothing of when what was written.
    .sort((a, b) => a.on.localeCompare(b.on) || a.uid.localeCompare(b.uid));
  return new Response(icalendar(days, today), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="calendar.ics"',
      "Content-Security-Policy": DOWNLOAD_POLICY,
    },
  });
}

/**
 * The same entry keeps its mark in each download, so that a program replaces it; without the key nobody can tell which
 * row of the database it is, nor that two people's files speak of the same one.
 */
function uidOf({ userId }: Actor, key: WorkEntry["key"]): string {
  return vouchingId(directoryKey(), "calendar", userId, key);
}
