import { withRespondent } from "#app/access/with-respondent.server.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import type { Json } from "#app/kernel/json.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { newCode } from "#app/platform/crypto/codes.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { Way } from "./answer-seals.server.ts";
import { findInstrumentIn } from "./instrument-store.server.ts";
import type { PublicWave } from "./wave.ts";
import { inOneForm, insertCodes, isGenuineCode, isGenuineLink, linkValueOf, validOf } from "./wave-codes.server.ts";
import { LINK_FULL, NOT_OPEN, WRONG_CODE } from "./wave-refusals.ts";
import { publicState, publicWave } from "./wave-rows.server.ts";
import { allows, type WaveState } from "./wave-standing.ts";

/** Whoever has the link may begin as often as they like; each beginning leaves a row. */
const MOST_BY_LINK = 5_000;

/** What somebody who answers is told of the wave. */
export interface RespondentWave extends PublicWave {
  readonly state: WaveState;
  readonly way: Way;
}

/** With the questionnaire, for whoever draws its pages. */
export interface AskedWave extends RespondentWave {
  readonly questionnaire: Json;
}

const WAVE = { id: true, teamId: true, facts: true, vouchedBy: true, endedOn: true } as const;

async function waveOf(tx: Transaction, waveId: string, way: Way): Promise<RespondentWave | null> {
  const wave = publicWave(await tx.surveyWave.findUnique({ where: { id: waveId }, select: WAVE }));
  return wave && { ...wave, way, state: publicState(wave, isoDayOf(now())) };
}

/** The wave whose valid code this is; null for everything else, whatever is wrong with it. */
export async function waveOfCode(tx: Transaction, code: string): Promise<RespondentWave | null> {
  const row = await tx.surveyCode.findUnique({ where: { id: validOf(code) } });
  if (!row || !isGenuineCode(row)) return null;
  return waveOf(tx, row.waveId, row.byLink ? "link" : "panel");
}

async function asked(tx: Transaction, wave: RespondentWave | null): Promise<AskedWave | null> {
  const questionnaire = wave && (await findInstrumentIn(tx, wave.facts.instrument));
  return wave && questionnaire !== null ? { ...wave, questionnaire } : null;
}

/**
 * By the code that an organisation was given. A code has 100 bits: nobody finds one by trying, so nothing is counted
 * here, where nobody is known who could be counted.
 */
export function findWaveByCode(typed: string): Promise<AskedWave | null> {
  const code = inOneForm(typed);
  return withRespondent({ code: validOf(code) }, async (tx) => asked(tx, await waveOfCode(tx, code)));
}

async function waveOfLink(tx: Transaction, link: string): Promise<RespondentWave | null> {
  const row = await tx.surveyLink.findUnique({ where: { id: linkValueOf(link) } });
  return row?.state === "open" && isGenuineLink(row) ? waveOf(tx, row.waveId, "link") : null;
}

/** By the open link. */
export function findWaveByLink(typed: string): Promise<AskedWave | null> {
  const link = inOneForm(typed);
  return withRespondent({ link: linkValueOf(link) }, async (tx) => asked(tx, await waveOfLink(tx, link)));
}

/**
 * Gives somebody who came by the open link a code of their own. Call it at the first Continue and not before, and when
 * nothing slow is left to do: each code takes one of the places there are.
 */
export function beginByLink(typed: string, code = newCode()): Promise<Result<{ code: string }>> {
  const link = inOneForm(typed);
  return withRespondent({ link: linkValueOf(link), code: validOf(code) }, async (tx) => {
    const wave = await waveOfLink(tx, link);
    if (!wave) return refuse(WRONG_CODE);
    if (!allows(wave.state, "answer")) return refuse(NOT_OPEN);
    if ((await tx.surveyCode.count({ where: { waveId: wave.id, byLink: true } })) >= MOST_BY_LINK)
      return refuse(LINK_FULL);
    await insertCodes(tx, wave.id, [code], { byLink: true });
    return ok({ code });
  });
}
