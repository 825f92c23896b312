import { failureCounter } from "#app/features/accounts/sign-in/sign-in-delay.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";

/*
 * Each process counts alone, in memory, by the value by which a code is found valid; what it says of a code is gone with
 * the process. Nobody's address is looked at.
 */

const wrongWords = failureCounter();
const HOUR_MS = 3_600_000;
const MOST_BEGINNINGS = 10;
const MOST_KEPT = 10_000;
const beginnings = new Map<string, { readonly since: number; readonly count: number }>();

const tooOften = (retryAfterSeconds: number) =>
  refuse({ kind: "rate-limited", code: "rate-limited", retryAfterSeconds } as const);

/** Words for a code: after five that were wrong each next try waits, as at the sign-in. */
export const triesOfWords = {
  mayTry(valid: string): Result<null> {
    const seconds = wrongWords.wait(valid, now().getTime());
    return seconds > 0 ? tooOften(seconds) : ok(null);
  },
  failed: (valid: string): void => wrongWords.failed(valid, now().getTime()),
  succeeded: (valid: string): void => wrongWords.succeeded(valid),
};

/** Beginning anew with the same code leaves one more row each time: ten an hour are more than anybody loses words. */
export function countBeginning(valid: string): Result<null> {
  const at = now().getTime();
  const known = beginnings.get(valid);
  const { since, count } = known && at - known.since < HOUR_MS ? known : { since: at, count: 0 };
  if (count >= MOST_BEGINNINGS) return tooOften(Math.ceil((since + HOUR_MS - at) / 1_000));
  beginnings.delete(valid);
  beginnings.set(valid, { since, count: count + 1 });
  const [oldest] = beginnings.keys();
  if (beginnings.size > MOST_KEPT && oldest !== undefined) beginnings.delete(oldest);
  return ok(null);
}
