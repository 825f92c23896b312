import type { Actor } from "#app/access/actor.ts";
import { keptActor } from "#app/access/kept-actor.server.ts";
import { afterResponse } from "#app/access/load-context.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import {
  type ComputeStep,
  type KeptWork,
  type ReleaseStep,
  standingOf,
  WORKER,
  type WorkKind,
} from "#app/features/briefings/briefing-work.ts";
import { checkComputing, computeTables } from "#app/features/briefings/drafting/table-set-commands.server.ts";
import { computingSeconds } from "#app/features/briefings/figures/computing-limit.server.ts";
import { checkRelease, releaseBriefing } from "#app/features/briefings/release/briefing-release-commands.server.ts";
import { foldLater } from "#app/features/facets/facet-index.server.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { logError } from "#app/platform/log.server.ts";
import type { Attended } from "#app/platform/long-work/attended.ts";
import { beginWork, hasRoomForWork, stopWork } from "#app/platform/long-work/long-works.server.ts";
import { deleteWork, findWork, insertWork, type WrittenWork } from "./briefing-work-rows.server.ts";
import { diaryOf } from "./work-diary.server.ts";

/** There is nothing to stop any more. */
const WORK_DONE = { kind: "conflict", code: "briefing.work-done" } as const;
const NOT_YOURS = { kind: "conflict", code: "briefing.not-yours" } as const;
/** Too much is under way in this process already. */
const FULL = { kind: "busy", code: "briefing.work-full", retryAfterSeconds: 60 } as const;

/** What a work is of and what it does; its steps are told as they come. */
interface Wanted {
  readonly kind: WorkKind;
  readonly briefingId: BriefingId;
  /** milliseconds since 1970: with its session it ends in any case */
  readonly sessionEndsAt: number;
  readonly seconds: number;
  /** whether it may be begun now */
  check(tx: Transaction): Promise<Result<null>>;
  run(actor: Actor, attended: Attended<never>): Promise<Result<unknown>>;
}

/** Setting type takes seconds; far beyond that something is wrong. */
const RELEASE_SECONDS = 240;

/** Begins to compute the tables of a draft. @returns as soon as it has begun, or goes on since somebody began it */
export function beginComputing(
  actor: Actor,
  briefingId: BriefingId,
  version: number,
  sessionEndsAt: number,
): Promise<Result<null>> {
  return begin(actor, {
    ...{ kind: "compute", briefingId, sessionEndsAt, seconds: computingSeconds() },
    check: (tx) => checkComputing(actor, tx, briefingId, version),
    async run(kept, attended: Attended<ComputeStep>) {
      const computed = await computeTables(kept, briefingId, version, attended);
      if (computed.ok) await foldNow(kept, computed.value.teamIds);
      return computed;
    },
  });
}

/** Begins the release of what was on the page. @returns as soon as it has begun, or goes on since somebody began it */
export function beginRelease(
  actor: Actor,
  briefingId: BriefingId,
  shownHash: string,
  sessionEndsAt: number,
): Promise<Result<null>> {
  return begin(actor, {
    ...{ kind: "release", briefingId, sessionEndsAt, seconds: RELEASE_SECONDS },
    check: (tx) => checkRelease(actor, tx, briefingId, shownHash),
    run: (kept, attended: Attended<ReleaseStep>) => releaseBriefing(kept, briefingId, shownHash, attended),
  });
}

/** Ends what is under way. Nothing of it is written, unless it was quicker. */
export async function stopBriefingWork(actor: Actor, briefingId: BriefingId): Promise<Result<null>> {
  const stopped = await recorded<string>(actor, async (tx, record) => {
    const work = await findWork(actor, tx, briefingId);
    if (!work || work.end?.kind === "done") return refuse(WORK_DONE);
    if (actor.role !== WORKER[work.kind]) return refuse(NOT_YOURS);
    if (!(await deleteWork(tx, work.id))) return refuse(WORK_DONE);
    await record({ action: "briefing.work-stopped", subjectId: briefingId });
    return ok(work.id);
  });
  if (!stopped.ok) return stopped;
  stopWork(stopped.value);
  return ok(null);
}

/**
 * A briefing has one work at a time, in whatever process: the row says so, and pressing twice finds it there. What has
 * ended, or was broken off, makes room for the next.
 */
async function begin(
  actor: Actor,
  { kind, briefingId, sessionEndsAt, seconds, check, run }: Wanted,
): Promise<Result<null>> {
  const at = now().getTime();
  const work: KeptWork = { kind, by: actor.userId, begunAt: at, step: "waiting", beatAt: at, end: null };
  let begun: WrittenWork | null = null;
  const claimed = await recorded<null>(actor, async (tx) => {
    const may = await check(tx);
    if (!may.ok) return may;
    const there = await findWork(actor, tx, briefingId);
    if (there && standingOf(there, at) === "running") return ok(null);
    if (!hasRoomForWork()) return refuse(FULL);
    if (there) await deleteWork(tx, there.id);
    begun = await insertWork(actor, tx, briefingId, work);
    return ok(null);
  });
  // What a callback has set is seen by nobody who reads the code from above.
  const written = begun as WrittenWork | null;
  if (!claimed.ok || !written) return claimed;
  const kept = keptActor(actor);
  const diary = diaryOf(kept, written);
  beginWork(
    {
      id: written.work.id,
      sessionId: actor.sessionId,
      until: sessionEndsAt,
      seconds,
      run: (signal) => diary.keep(signal, (attended) => run(kept, attended as Attended<never>)),
      beat: diary.beat,
      close: () => kept.keys.wipe(),
    },
    at,
  );
  return claimed;
}

/** Where no answer waits to leave: what was read is folded now, while the keys are open. */
async function foldNow(actor: Actor, teamIds: readonly string[]): Promise<void> {
  const after = afterResponse(logError);
  foldLater(actor, after, teamIds);
  await after.run();
}
