import type { MeasureCode } from "#app/features/registers/measures.ts";
import { seedMeasures } from "#app/features/registers/seed-registers.server.ts";
import type { MeasureDay } from "./periods.ts";

/** The orders against the Court and the listings under them: what a line of incidents is read against. */
const AGAINST_THE_COURT: readonly MeasureCode[] = [
  "us_eo_13928",
  "us_eo_14203",
  "us_eo_14203_d01",
  "us_eo_14203_d02",
  "us_eo_14203_d03",
  "us_eo_14203_d04",
  "us_eo_14203_d05",
  "us_eo_14203_d06",
];

/** Only days that are known to the day. */
export const measureDays = (): readonly MeasureDay[] =>
  seedMeasures()
    .filter(
      ({ code, date }) =>
        (AGAINST_THE_COURT as readonly string[]).includes(code) && /^\d{4}-\d\d-\d\d$/.test(date ?? ""),
    )
    .map(({ code, date }) => ({ code, day: date ?? "" }));
