import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { may, type Permission } from "#app/access/policy.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { PublicWave } from "./wave.ts";
import { KNOWS_THE_PANEL, NO_WAVE, NOT_NOW } from "./wave-refusals.ts";
import { publicState, publicWave } from "./wave-rows.server.ts";
import { allows, type WaveAct, type WaveState } from "./wave-standing.ts";

export interface AnalystWave extends PublicWave {
  readonly state: WaveState;
}

const WAVE = { id: true, teamId: true, facts: true, vouchedBy: true, endedOn: true, isRead: true } as const;

/** Approved waves of the analyst's team, latest first. */
export function listAnalystWaves(actor: Actor): Promise<readonly AnalystWave[]> {
  return withActor(actor, async (tx) => {
    const rows = await tx.surveyWave.findMany({ select: WAVE });
    const waves = rows.map(publicWave).filter((wave) => wave !== null);
    return waves
      .map((wave) => ({ ...wave, state: publicState(wave, isoDayOf(now())) }))
      .sort((a, b) => b.facts.opensOn.localeCompare(a.facts.opensOn) || a.id.localeCompare(b.id));
  });
}

/** @throws Response the page of what is not there, also for a wave of another team */
export async function readAnalystWave(actor: Actor, id: WaveId): Promise<AnalystWave> {
  const wave = (await listAnalystWaves(actor)).find((one) => one.id === id);
  if (!wave) throw notFound();
  return wave;
}

interface Doing {
  readonly id: WaveId;
  readonly act: WaveAct;
  readonly permission: Permission;
}

/**
 * One act of an analyst on one wave. Nobody is coordinator and analyst for the same wave: whoever wears the other hat in
 * this team, or has approved the wave, could put names to answers.
 */
export async function analystWave(
  actor: Actor,
  tx: Transaction,
  { id, act, permission }: Doing,
): Promise<Result<AnalystWave>> {
  const row = may(actor, permission) ? await tx.surveyWave.findUnique({ where: { id }, select: WAVE }) : null;
  const wave = publicWave(row);
  if (!wave) return refuse(NO_WAVE);
  const both = await tx.hat.count({ where: { userId: actor.userId, role: "intake", teamId: wave.teamId } });
  const words = await tx.approval.count({ where: { userId: actor.userId, subject: `survey-wave/${id}` } });
  if (both + words > 0) return refuse(KNOWS_THE_PANEL);
  const state = publicState(wave, isoDayOf(now()));
  return allows(state, act) ? ok({ ...wave, state }) : refuse(NOT_NOW);
}
