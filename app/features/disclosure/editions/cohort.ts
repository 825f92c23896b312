import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";

/** Which records a release counts, and how it stands to earlier ones. */
export interface Cohort {
  /** the release that froze these records; a new one freezes its own */
  readonly edition: string;
  readonly records: readonly MicroRecord[];
  /** records of the cohort that were withdrawn since it was frozen */
  readonly withdrawn: number;
}

/**
 * A record enters the figures once: in the first release after it came in. So editions share nobody, and nothing can be
 * subtracted. A release that carries the name of an earlier one asks its cohort anew; withdrawals do not alter that.
 */
export function cohortOf(records: readonly MicroRecord[], release: string): Cohort {
  const again = records.filter(({ releasedIn }) => releasedIn.includes(release));
  if (again.length > 0)
    return { edition: release, records: again, withdrawn: again.filter(({ withdrawn }) => withdrawn).length };
  const fresh = records.filter(({ releasedIn, withdrawn }) => releasedIn.length === 0 && !withdrawn);
  return { edition: release, records: fresh, withdrawn: 0 };
}
