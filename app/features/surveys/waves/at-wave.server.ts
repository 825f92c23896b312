import type { Actor } from "#app/access/actor.ts";
import { may, type Permission } from "#app/access/policy.ts";
import { type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { type IsoDay, isoDayOf } from "#app/kernel/iso-day.ts";
import { type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { KeptWave } from "./wave.ts";
import { NO_WAVE, NOT_NOW, WAVE_CHANGED } from "./wave-refusals.ts";
import { approversOf, findWave } from "./wave-rows.server.ts";
import { allows, type WaveAct, type WaveState, waveState } from "./wave-standing.ts";

/** A wave as it is at this moment. */
export interface SeenWave {
  readonly wave: KeptWave;
  readonly approvers: readonly string[];
  readonly state: WaveState;
}

/** What every command of a coordinator on a wave stands on. */
export interface OnWave extends SeenWave {
  readonly actor: Actor;
  readonly tx: Transaction;
  readonly record: Recorder;
  readonly today: IsoDay;
}

/** Where a wave stands today, and whose words it has; of an approved one nobody asks for words any more. */
export async function seeWave(actor: Actor, tx: Transaction, wave: KeptWave): Promise<SeenWave> {
  const approvers = wave.isApproved ? [] : await approversOf(actor, tx, wave);
  const { facts, isApproved, endedOn, isRead } = wave;
  const standing = { words: approvers.length, isApproved, ...facts, endedOn, isRead };
  return { wave, approvers, state: waveState(standing, isoDayOf(now())) };
}

interface Doing {
  readonly id: WaveId;
  /** of the wave, where what is done depends on what its page showed */
  readonly version?: number;
  readonly act: WaveAct;
  readonly permission?: Permission;
}

/** One act of a coordinator on one wave, where the policy and the wave's state allow it. */
export function onWave<T>(
  actor: Actor,
  { id, version, act, permission = "wave.write" }: Doing,
  work: (at: OnWave) => Promise<Result<T>>,
): Promise<Result<T>> {
  return recorded<T>(actor, async (tx, record) => {
    const wave = may(actor, permission) ? await findWave(actor, tx, id) : null;
    if (!wave) return refuse(NO_WAVE);
    if (version !== undefined && wave.version !== version) return refuse(WAVE_CHANGED);
    const seen = await seeWave(actor, tx, wave);
    if (!allows(seen.state, act)) return refuse(NOT_NOW);
    return work({ actor, tx, record, today: isoDayOf(now()), ...seen });
  });
}
