import type { Actor } from "#app/access/actor.ts";
import type { CaseId, OrganisationId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { env } from "#app/platform/env.server.ts";

/*
 * Source of the limits by the hour and by the day: security model, section 9. Each process counts alone, in memory. What is
 * limited in all is counted in the database.
 */

const HOUR_MS = 3_600_000;
const MOST_KEPT = 10_000;

interface Limit {
  readonly most: () => number;
  readonly lastsMs: number;
  readonly code: string;
}

interface Span {
  readonly begunAt: number;
  readonly counted: number;
}

const countWriteOf = counter({ most: () => 30, lastsMs: HOUR_MS, code: "rate-limited" });
const countCaseOf = counter({
  most: () => env().NEW_CASES_A_DAY,
  lastsMs: 24 * HOUR_MS,
  code: "report.too-many-today",
});

/**
 * Whether this person may write to this case once more within the hour. A stolen account must not fill a case until
 * nobody can open it; what was typed goes back to the page either way.
 */
export function countWrite({ userId }: Actor, caseId: CaseId): Result<null> {
  return countWriteOf(`${userId}/${caseId}`);
}

/**
 * Whether this organisation may send one more report within the day. A stolen account must not bury the queue under
 * invented cases; the draft stays as it is, and the refusal says when it can be sent.
 */
export function countNewCase(organisationId: OrganisationId): Result<null> {
  return countCaseOf(organisationId);
}

/**
 * Whether a case takes one more text of its reporter: thirty an hour, week after week, would fill a disk as well, and nobody
 * would open the case any more.
 * @param sent  additions, or messages, that it has of its reporter already
 */
export function roomForText(sent: number): Result<null> {
  return sent < env().TEXTS_A_CASE ? ok(null) : refuse({ kind: "conflict", code: "case.too-many-texts" });
}

function counter({ most, lastsMs, code }: Limit): (key: string) => Result<null> {
  const spans = new Map<string, Span>();
  return (key) => {
    const at = now().getTime();
    const known = spans.get(key);
    const { begunAt, counted } = known && at - known.begunAt < lastsMs ? known : { begunAt: at, counted: 0 };
    if (counted >= most()) {
      const retryAfterSeconds = Math.ceil((begunAt + lastsMs - at) / 1_000);
      return refuse({ kind: "rate-limited", code, retryAfterSeconds });
    }
    spans.delete(key);
    spans.set(key, { begunAt, counted: counted + 1 });
    const [oldest] = spans.keys();
    if (spans.size > MOST_KEPT && oldest !== undefined) spans.delete(oldest);
    return ok(null);
  };
}
