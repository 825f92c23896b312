import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { Specification } from "#app/features/disclosure/input/specification.ts";

/** Which records a release counts, and how they stand to those that were counted before. */
export interface Cohort {
  /** the set of records that the tables are about; its name stands in every table */
  readonly edition: string;
  readonly records: readonly MicroRecord[];
  /** counted before under the name that is asked for, and withdrawn since */
  readonly left: readonly MicroRecord[];
  /** counted for the first time beside records that were counted before */
  readonly added: readonly MicroRecord[];
}

/**
 * A record enters the figures once: in the first release after it came in. So editions share nobody, and nothing can be
 * subtracted. Two releases look at counted records again, and a corrected case is then two rows, the old one withdrawn:
 * one that asks a cohort anew, and one that reissues a closed period with what was added and withdrawn since.
 */
export function cohortOf(
  records: readonly MicroRecord[],
  { release, cohort = release, reissues }: Pick<Specification, "release" | "cohort" | "reissues">,
): Cohort {
  const stays = ({ withdrawn }: MicroRecord) => !withdrawn;
  const isFresh = ({ releasedIn, withdrawn }: MicroRecord) => releasedIn.length === 0 && !withdrawn;
  const again = records.filter(({ releasedIn }) => releasedIn.includes(reissues ?? cohort));
  const left = again.filter(({ withdrawn }) => withdrawn);
  const added = again.length === 0 || reissues !== undefined ? records.filter(isFresh) : [];
  if (again.length === 0) return { edition: release, records: added, left: [], added: [] };
  const isAsBefore = reissues === undefined && left.length === 0;
  return { edition: isAsBefore ? cohort : release, records: [...again.filter(stays), ...added], left, added };
}
