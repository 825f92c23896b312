import type { Actor } from "#app/access/actor.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";

/** Source: security model, section 9. Counted by each process alone. */
const MOST_WRITES = 30;
const HOUR_MS = 3_600_000;
const MOST_KEPT = 10_000;

interface Hour {
  readonly begunAt: number;
  readonly writes: number;
}

const hours = new Map<string, Hour>();

/**
 * Whether this person may write to this case once more within the hour. A stolen account must not fill a case until
 * nobody can open it; what was typed goes back to the page either way.
 */
export function countWrite({ userId }: Actor, caseId: CaseId): Result<null> {
  const key = `${userId}/${caseId}`;
  const at = now().getTime();
  const known = hours.get(key);
  const hour = known && at - known.begunAt < HOUR_MS ? known : { begunAt: at, writes: 0 };
  if (hour.writes >= MOST_WRITES) {
    const retryAfterSeconds = Math.ceil((hour.begunAt + HOUR_MS - at) / 1_000);
    return refuse({ kind: "rate-limited", code: "rate-limited", retryAfterSeconds });
  }
  hours.delete(key);
  hours.set(key, { ...hour, writes: hour.writes + 1 });
  const [oldest] = hours.keys();
  if (hours.size > MOST_KEPT && oldest !== undefined) hours.delete(oldest);
  return ok(null);
}
