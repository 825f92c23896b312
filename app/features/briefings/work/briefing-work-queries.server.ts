import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import {
  type Standing,
  standingOf,
  WORKER,
  type WorkKind,
  type WorkStep,
} from "#app/features/briefings/briefing-work.ts";
import type { Refusal } from "#app/kernel/refusal.ts";
import { now } from "#app/platform/clock.server.ts";
import { findWork } from "./briefing-work-rows.server.ts";

/** Work on a briefing as its page tells it. */
export interface ShownWork {
  readonly kind: WorkKind;
  readonly standing: Standing;
  readonly step: WorkStep;
  /** ISO instant, and the whole seconds since then */
  readonly begunAt: string;
  readonly seconds: number;
  /** why nothing came of it */
  readonly refusal: Refusal | null;
  readonly isOwn: boolean;
  readonly mayStop: boolean;
  /** where what was released stands */
  readonly slug: string | null;
}

/** @returns null where nothing was begun, or what was begun has gone with its session @throws a 404 where there is no such briefing */
export function readWork(actor: Actor, briefingId: string): Promise<ShownWork | null> {
  return withActor(actor, async (tx) => {
    if (!(await tx.briefing.findUnique({ where: { id: briefingId }, select: { id: true } }))) throw notFound();
    const work = await findWork(actor, tx, briefingId);
    if (!work) return null;
    const at = now().getTime();
    const standing = standingOf(work, at);
    const release = await tx.release.findUnique({ where: { briefingId }, select: { slug: true } });
    return {
      kind: work.kind,
      standing,
      step: work.step,
      begunAt: new Date(work.begunAt).toISOString(),
      seconds: Math.max(0, Math.floor((at - work.begunAt) / 1000)),
      refusal: work.end?.kind === "refused" ? work.end.refusal : null,
      isOwn: work.by === actor.userId,
      mayStop: standing === "running" && actor.role === WORKER[work.kind],
      slug: release?.slug ?? null,
    };
  });
}
