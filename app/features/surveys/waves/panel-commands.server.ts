import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { WaveId } from "#app/kernel/id.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { sealMakeup, sealReplacement } from "./answer-seals.server.ts";
import { type OnWave, onWave } from "./at-wave.server.ts";
import { type GivenCode, hasAnswered, type Invited, type InvitedName, withInvited } from "./panel.ts";
import { makeupOf } from "./panel-makeup.ts";
import { findPanel, handedOver, type KeptPanel, rewritePanel } from "./panel-rows.server.ts";
import { FEWEST_AT_ONCE } from "./wave.ts";
import { insertCodes, newCodes, participationOf, validOf } from "./wave-codes.server.ts";
import { HAS_ANSWERED, HAS_CODE, NO_CODE_YET, NO_WAVE, TOO_FEW_CODES, WAVE_CHANGED } from "./wave-refusals.ts";
import type { WaveAct } from "./wave-standing.ts";

/** A code on its way to paper: shown to whoever made it, and kept nowhere. */
export interface PrintedCode {
  readonly organisation: string;
  readonly language: Locale;
  readonly code: string;
}

interface OnPanel extends OnWave {
  readonly panel: KeptPanel;
  /** writes the list anew; false where somebody was faster */
  rewrite(invited: readonly Invited[]): Promise<boolean>;
}

interface Doing {
  readonly id: WaveId;
  /** of the list, as its page showed it; 0 for the first */
  readonly version: number;
  readonly act: WaveAct;
}

function onPanel<T>(actor: Actor, { id, version, act }: Doing, work: (at: OnPanel) => Promise<Result<T>>) {
  return onWave<T>(actor, { id, act, permission: "wave-panel.write" }, async (at) => {
    const panel = await findPanel(actor, at.tx, at.wave);
    if (panel.version !== version) return refuse(WAVE_CHANGED);
    return work({ ...at, panel, rewrite: (invited) => rewritePanel(at.tx, at.wave, version, { invited }) });
  });
}

/** Invites organisations, by name. Who is on the list already is told, and stands there once, with what is known now. */
export function addToPanel(
  actor: Actor,
  id: WaveId,
  { version, organisations }: { readonly version: number; readonly organisations: readonly InvitedName[] },
): Promise<Result<{ added: number; known: readonly string[] }>> {
  return onPanel<{ added: number; known: readonly string[] }>(actor, { id, version, act: "invite" }, async (at) => {
    const { panel, record } = at;
    const next = withInvited(panel, organisations, newId);
    if (!next.ok) return next;
    const { invited } = next.value.panel;
    if (!(await at.rewrite(invited))) return refuse(WAVE_CHANGED);
    if (at.wave.isApproved) await rewriteMakeup(at.tx, id, invited);
    const added = invited.length - panel.invited.length;
    await record({ action: "wave.panel-changed", subjectId: id, sealed: { invited: invited.length } });
    return ok({ added, known: next.value.known });
  });
}

/** Somebody who has no code yet need not be asked. Who has one stays: the list says for whom codes were made. */
export function removeFromPanel(
  actor: Actor,
  id: WaveId,
  { version, invitedId }: { readonly version: number; readonly invitedId: string },
): Promise<Result<null>> {
  return onPanel<null>(actor, { id, version, act: "invite" }, async (at) => {
    const one = at.panel.invited.find((invited) => invited.id === invitedId);
    if (!one) return refuse(NO_WAVE);
    if (one.code) return refuse(HAS_CODE);
    const left = at.panel.invited.filter((invited) => invited !== one);
    if (!(await at.rewrite(left))) return refuse(WAVE_CHANGED);
    await at.record({ action: "wave.panel-changed", subjectId: id, sealed: { invited: left.length } });
    return ok(null);
  });
}

/**
 * Codes for everybody on the list who has none. Five at least together: whoever compares two copies of the database
 * would otherwise know whose the one new code is.
 */
export async function giveOutCodes(
  actor: Actor,
  id: WaveId,
  { version }: { readonly version: number },
): Promise<Result<{ codes: readonly PrintedCode[] }>> {
  const given = await onPanel<{ codes: readonly PrintedCode[] }>(
    actor,
    { id, version, act: "give-codes" },
    async (at) => {
      const { tx, panel, today, record } = at;
      const waiting = panel.invited.filter(({ code }) => code === null);
      if (waiting.length < FEWEST_AT_ONCE) return refuse(TOO_FEW_CODES);
      const codes = newCodes(waiting.length);
      const byId = new Map(waiting.map((one, place) => [one.id, codes[place]!]));
      await insertCodes(tx, id, codes);
      const invited = panel.invited.map((one) => withCode(one, byId.get(one.id), today));
      if (!(await at.rewrite(invited))) return refuse(WAVE_CHANGED);
      await rewriteMakeup(tx, id, invited);
      await record({ action: "wave.codes-given", subjectId: id, sealed: { codes: codes.length } });
      return ok({ codes: waiting.map((one) => printed(one, byId.get(one.id)!)) });
    },
  );
  if (given.ok) await lookAtAll(actor, id);
  return given;
}

/**
 * The database marks a row on the disk when it is first read after its transaction. Whoever opens a survey reads the row
 * of their code, and the mark would say whose code was used. So all of them are read here, once they are written.
 */
async function lookAtAll(actor: Actor, waveId: WaveId): Promise<void> {
  await withActor(actor, (tx) => tx.surveyCode.findMany({ where: { waveId }, select: { vouchedBy: true } }));
}

const givenCode = (code: string, on: IsoDay): GivenCode => ({
  valid: validOf(code),
  participation: participationOf(code),
  on,
});

const withCode = (one: Invited, code: string | undefined, on: IsoDay): Invited =>
  code === undefined ? one : { ...one, code: givenCode(code, on) };

const printed = ({ organisation, language }: Invited, code: string): PrintedCode => ({ organisation, language, code });

/**
 * A new code for an organisation that has lost its own. The old one opens nothing from now on; what it may have sent
 * already stands until the new one sends something (`answerCount`). Whether it has is told to nobody here: the team
 * knows what was handed over and no more, and gets the same answer either way.
 */
export async function replaceCode(
  actor: Actor,
  id: WaveId,
  { version, invitedId }: { readonly version: number; readonly invitedId: string },
): Promise<Result<PrintedCode>> {
  const replaced = await onPanel<PrintedCode>(actor, { id, version, act: "give-codes" }, async (at) => {
    const { tx, wave, panel, today, record } = at;
    const one = panel.invited.find((invited) => invited.id === invitedId);
    if (!one) return refuse(NO_WAVE);
    if (!one.code) return refuse(NO_CODE_YET);
    if (hasAnswered(one, await handedOver(actor, tx, wave))) return refuse(HAS_ANSWERED);
    const [code] = newCodes(1) as [string];
    const lost = [...one.lost, one.code.participation];
    await tx.surveyCode.deleteMany({ where: { id: one.code.valid } });
    await insertCodes(tx, id, [code]);
    await insertReplacement(tx, id, { old: one.code.participation, by: participationOf(code) });
    const next = { ...one, code: givenCode(code, today), lost };
    const invited = panel.invited.map((each) => (each === one ? next : each));
    if (!(await at.rewrite(invited))) return refuse(WAVE_CHANGED);
    await record({ action: "wave.code-replaced", subjectId: id });
    return ok(printed(one, code));
  });
  if (replaced.ok) await lookAtAll(actor, id);
  return replaced;
}

/** For the analysts: how many were asked, of which region and size. Before two persons have approved a survey it has no key. */
async function rewriteMakeup(tx: Transaction, waveId: WaveId, invited: readonly Invited[]): Promise<void> {
  const sealed = sealMakeup(await publicKeyOf(tx, groups.wave(waveId)), waveId, makeupOf(invited));
  await tx.surveyMakeup.deleteMany({ where: { waveId } });
  await tx.surveyMakeup.createMany({ data: { waveId, ...sealed } });
}

/** For the analysts, who never see the list: that two participations are one organisation's, and not whose. */
async function insertReplacement(tx: Transaction, waveId: WaveId, pair: { old: string; by: string }): Promise<void> {
  const rowId = newId();
  const key = await publicKeyOf(tx, groups.wave(waveId));
  await tx.surveyReplacement.createMany({ data: { id: rowId, waveId, ...sealReplacement(key, rowId, pair) } });
}
