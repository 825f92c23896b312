import { cohortCode } from "#app/features/briefings/ledger-facts.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

/** Where a release stands, and under which name its records are counted. */
export interface ReleasePlace {
  readonly slug: string;
  readonly cohort: string;
  readonly session: string;
  /** ISO day */
  readonly releasedOn: string;
}

/** Where and under which name a release of this session would stand today: its address is its cohort's code. */
export async function placeFor(tx: Transaction, session: string): Promise<ReleasePlace> {
  const first = cohortCode(session, 1);
  const earlier = await tx.release.count({ where: { OR: [{ slug: first }, { slug: { startsWith: `${first}-` } }] } });
  const cohort = cohortCode(session, earlier + 1);
  return { slug: cohort, cohort, session, releasedOn: isoDayOf(now()) };
}
