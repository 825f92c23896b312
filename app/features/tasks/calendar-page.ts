import type { IsoDay } from "#app/kernel/iso-day.ts";
import type { WorkEntry } from "./work-entry.ts";
import type { Whose } from "./work-view.ts";

export interface CalendarDayData {
  readonly day: IsoDay;
  /** of the month before or after */
  readonly isOutside: boolean;
  readonly entries: readonly WorkEntry[];
}

export interface CalendarPageData {
  readonly whose: Whose;
  /** `YYYY-MM` */
  readonly month: string;
  readonly weeks: readonly (readonly CalendarDayData[])[];
  readonly today: IsoDay;
  readonly isCut: boolean;
  /** the offsets of the months around it; null where the calendar ends */
  readonly before: number | null;
  readonly after: number | null;
}
