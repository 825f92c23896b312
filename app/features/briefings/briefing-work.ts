import type { ActingRole } from "#app/access/roles.ts";
import type { Refusal } from "#app/kernel/refusal.ts";

/** What takes longer than a request may, and its steps in their order. */
export const WORK_STEPS = {
  compute: ["counting", "searching", "attacking", "writing"],
  release: ["reading", "printing", "writing"],
} as const;
export type WorkKind = keyof typeof WORK_STEPS;
/** Who begins it, and may stop it. */
export const WORKER = { compute: "analyst", release: "guardian" } as const satisfies Record<WorkKind, ActingRole>;
export type ComputeStep = (typeof WORK_STEPS)["compute"][number];
export type ReleaseStep = (typeof WORK_STEPS)["release"][number];
/** It waits until there is a place for it. */
export type WorkStep = "waiting" | ComputeStep | ReleaseStep;

/** What came of it. */
export type WorkEnd =
  | { readonly kind: "done" }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** the program failed, and says no more than that */
  | { readonly kind: "failed" };

/** Work on one briefing, as it lies sealed under the editorial key. Instants are milliseconds since 1970. */
export interface KeptWork {
  readonly kind: WorkKind;
  /** user id */
  readonly by: string;
  readonly begunAt: number;
  readonly step: WorkStep;
  /** when the process that does it was last heard of */
  readonly beatAt: number;
  readonly end: WorkEnd | null;
}

/** Silent for so long, its process is taken for gone. A busy machine skips a beat or two. */
const SILENCE_MS = 45_000;

export type Standing = "running" | "broken-off" | WorkEnd["kind"];

export function standingOf({ end, beatAt }: KeptWork, now: number): Standing {
  if (end) return end.kind;
  return now - beatAt > SILENCE_MS ? "broken-off" : "running";
}

/** A step after the one it has come to is never gone back to: what is searched again was found wanting by the attack. */
export function furtherStep(kind: WorkKind, from: WorkStep, to: WorkStep): WorkStep {
  const order: readonly WorkStep[] = WORK_STEPS[kind];
  return order.indexOf(to) > order.indexOf(from) ? to : from;
}
