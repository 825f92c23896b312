interface Failures {
  readonly count: number;
  readonly lastAt: number;
}

/** No hard lock, for that would let a stranger lock somebody out; no counting by address, for Tor shares them. */
const FREE_TRIES = 5;
const LONGEST_SECONDS = 60;
const FORGET_AFTER_MS = 60 * 60_000;

/**
 * How long the next try for a handle must wait: 1, 2, 4 … 60 seconds from the sixth failure on.
 * @returns whole seconds still to wait at `now` (ms); 0 when it may go ahead
 */
export function secondsToWait(failures: Failures | undefined, now: number): number {
  if (!failures || failures.count < FREE_TRIES) return 0;
  const pause = Math.min(2 ** (failures.count - FREE_TRIES), LONGEST_SECONDS);
  return Math.max(0, Math.ceil((failures.lastAt + pause * 1_000 - now) / 1_000));
}

/** Counts failures per handle, known or not, in this process alone. Oldest are forgotten first. */
export function failureCounter(most = 10_000) {
  const failures = new Map<string, Failures>();
  return {
    wait: (handle: string, now: number) => secondsToWait(fresh(failures.get(handle), now), now),
    failed(handle: string, now: number) {
      const count = (fresh(failures.get(handle), now)?.count ?? 0) + 1;
      failures.delete(handle);
      failures.set(handle, { count, lastAt: now });
      const oldest = failures.keys().next().value;
      if (failures.size > most && oldest !== undefined) failures.delete(oldest);
    },
    succeeded: (handle: string) => void failures.delete(handle),
  };
}

function fresh(failures: Failures | undefined, now: number): Failures | undefined {
  return failures && now - failures.lastAt < FORGET_AFTER_MS ? failures : undefined;
}
