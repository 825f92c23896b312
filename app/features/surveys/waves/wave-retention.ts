import { addDays, type IsoDay } from "#app/kernel/iso-day.ts";

/** For how long after its last day who has answered can still read their own copy, and a code still says what it was for. */
export const COPY_DAYS = 30;
/** For how long panel, answers and contacts stay: until the next survey has been compared with this one. */
export const KEPT_DAYS = 730;

/** Waves whose last day lies before this one. */
export const closedBefore = (today: IsoDay, days: number): IsoDay => addDays(today, -days);
