import { z } from "zod";
import { earliestDay, latestDay, parseDate } from "#app/kernel/date-with-precision.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import { dateText, optionalText } from "./register-row.ts";

/** A session of the Assembly of States Parties. A coming one may be known to the month only. */
export const aspSessionSchema = z.object({
  session: z.string().regex(/^[A-Z0-9]{3,16}$/),
  start: dateText,
  end: dateText,
  place: optionalText,
  note: optionalText,
  source: optionalText,
  confidence: optionalText,
});
export type AspSession = z.infer<typeof aspSessionSchema>;

const firstDay = ({ start }: AspSession) => earliestDay(parseDate(start ?? "") ?? parseDate("")!);
const lastDay = ({ start, end }: AspSession) => latestDay(parseDate(end ?? start ?? "") ?? parseDate("")!);

/** The session that comes next or is going on; null where none is in the register. */
export function nextAspSession(sessions: readonly AspSession[], today: IsoDay): AspSession | null {
  return inOrder(sessions).find((session) => (lastDay(session) ?? "") >= today) ?? null;
}

/** The last session that is over: a survey asks about the time since. */
export function lastAspSession(sessions: readonly AspSession[], today: IsoDay): AspSession | null {
  return inOrder(sessions).findLast((session) => (lastDay(session) ?? "9999") < today) ?? null;
}

function inOrder(sessions: readonly AspSession[]): readonly AspSession[] {
  return [...sessions].sort((a, b) => (firstDay(a) ?? "9999").localeCompare(firstDay(b) ?? "9999"));
}
