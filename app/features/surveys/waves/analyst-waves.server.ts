import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { may, type Permission } from "#app/access/policy.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openGroupVersion } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { SealBroken } from "#app/platform/crypto/errors.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { countedAnswers } from "./answer-resolution.ts";
import { type AnswerEnvelope, openAnswer, openReplacement } from "./answer-seals.server.ts";
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

/** How many rows of up to 64 KiB are in memory at once, besides what was opened of them. */
const AT_ONCE = 200;

export interface OpenedAnswers {
  /** one for each organisation or code, in no order */
  readonly counted: readonly AnswerEnvelope[];
  /** sent and then sent again, by the same code or by one that took its place */
  readonly superseded: number;
  /** not made by the product, or damaged */
  readonly broken: number;
}

/** Opens everything that was sent. @throws KeyNotHeld for an analyst who came after the wave was approved */
export async function openAnswers(actor: Actor, tx: Transaction, id: WaveId): Promise<OpenedAnswers> {
  const name = groups.wave(id);
  const replacements = await openReplacements(actor, tx, id);
  // Only what counts so far is kept: one code can send again and again, and all of it together would fill the memory.
  let counted: readonly AnswerEnvelope[] = [];
  let [sent, broken] = [0, 0];
  let after = "";
  for (;;) {
    const rows = await tx.surveyAnswer.findMany({
      where: { waveId: id, id: { gt: after } },
      orderBy: { id: "asc" },
      take: AT_ONCE,
    });
    const opened: AnswerEnvelope[] = [];
    for (const row of rows) {
      const key = { name, ...(await openGroupVersion(actor, tx, name, row.keyVersion)) };
      const envelope = orNull(() => openAnswer(key, row));
      if (envelope) opened.push(envelope);
      else broken += 1;
    }
    sent += opened.length;
    counted = countedAnswers([...counted, ...opened], replacements);
    if (rows.length < AT_ONCE) break;
    after = rows[rows.length - 1]!.id;
  }
  return { counted, superseded: sent - counted.length, broken };
}

async function openReplacements(actor: Actor, tx: Transaction, id: WaveId) {
  const name = groups.wave(id);
  const pairs = [];
  for (const row of await tx.surveyReplacement.findMany({ where: { waveId: id } })) {
    const key = { name, ...(await openGroupVersion(actor, tx, name, row.keyVersion)) };
    const pair = orNull(() => openReplacement(key, row));
    if (pair) pairs.push(pair);
  }
  return pairs;
}

/** A row that somebody put there or broke must not keep everybody from reading the others. */
function orNull<T>(open: () => T | null): T | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof SealBroken || error instanceof SyntaxError) return null;
    throw error;
  }
}
