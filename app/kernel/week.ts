const DAY_MS = 86_400_000;

/** Midnight (UTC) of the Monday of the week `at` falls in: the finest moment a plain column may hold. */
export function weekOf(at: Date): Date {
  const daysSinceMonday = (at.getUTCDay() + 6) % 7;
  return new Date(dayOf(at).getTime() - daysSinceMonday * DAY_MS);
}

/** Midnight (UTC) of the day `at` falls in. */
export function dayOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / DAY_MS) * DAY_MS);
}

/** Midnight (UTC) `days` days after the day of `at`. */
export function daysAfter(at: Date, days: number): Date {
  return new Date(dayOf(at).getTime() + days * DAY_MS);
}
