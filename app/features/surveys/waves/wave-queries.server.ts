import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { WaveId } from "#app/kernel/id.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type SeenWave, seeWave } from "./at-wave.server.ts";
import { hasAnswered, participationsOf } from "./panel.ts";
import { findPanel, openHandOvers } from "./panel-rows.server.ts";
import type { KeptWave, WaveFacts } from "./wave.ts";
import { waveReaders } from "./wave-readers.server.ts";
import { factsHash, findWave, openWaves } from "./wave-rows.server.ts";
import { allows, WAVE_ACTS, type WaveAct, type WaveState } from "./wave-standing.ts";

export interface ListedWave {
  readonly id: WaveId;
  readonly facts: WaveFacts;
  readonly state: WaveState;
  /** where it was closed before its last day */
  readonly endedOn: IsoDay | null;
}

/** Those of the team, latest first. */
export function listWaves(actor: Actor): Promise<readonly ListedWave[]> {
  return withActor(actor, async (tx) => {
    const listed: ListedWave[] = [];
    for (const wave of await openWaves(actor, tx)) {
      const { state } = await seeWave(actor, tx, wave);
      listed.push({ id: wave.id, facts: wave.facts, state, endedOn: wave.endedOn });
    }
    return listed;
  });
}

export interface WavePage extends ListedWave {
  readonly version: number;
  /** what a word is given on */
  readonly hash: string;
  /** whether the actor has given a word on it already */
  readonly isMine: boolean;
  /** what its state allows */
  readonly acts: readonly WaveAct[];
  readonly hasLink: boolean;
  /** how many analysts can open the answers; null while nobody can send any */
  readonly readers: number | null;
  /** a later last day that waits for a second person */
  readonly moving: { readonly closesOn: IsoDay; readonly isMine: boolean } | null;
}

/** @throws Response the page of what is not there */
export function readWave(actor: Actor, id: WaveId): Promise<WavePage> {
  return withActor(actor, async (tx) => {
    const { wave, state, approvers } = await seen(actor, tx, id);
    const { facts, version, endedOn, moving: wished } = wave;
    const acts = WAVE_ACTS.filter((act) => allows(state, act));
    const hasLink = (await tx.surveyLink.count({ where: { waveId: id, state: "open" } })) > 0;
    const isMine = approvers.includes(actor.userId);
    const readers = wave.isApproved ? (await waveReaders(tx, wave)).holders.length : null;
    // A wish that somebody has overtaken, or that came too late, waits for nobody any more.
    const isWaiting = wished && allows(state, "move-closing") && wished.closesOn > facts.closesOn;
    const moving = isWaiting ? { closesOn: wished.closesOn, isMine: wished.by === actor.userId } : null;
    return { id, facts, state, version, hash: factsHash(facts), endedOn, isMine, acts, hasLink, moving, readers };
  });
}

async function seen(actor: Actor, tx: Transaction, id: WaveId): Promise<SeenWave> {
  const wave = await findWave(actor, tx, id);
  if (!wave) throw notFound();
  return seeWave(actor, tx, wave);
}

/** How an invited organisation stands, as far as the team may know. */
export type InvitedStanding = "no-code" | "has-code" | "answered";

export interface ListedInvited {
  readonly id: string;
  /** codes of the lists it was chosen from; null where nobody has said */
  readonly region: string | null;
  readonly size: string | null;
  readonly organisation: string;
  readonly language: Locale;
  readonly standing: InvitedStanding;
  readonly givenOn: IsoDay | null;
}

export interface PanelPage {
  /** 0 while nobody has been invited */
  readonly version: number;
  readonly invited: readonly ListedInvited[];
  /** answers that were handed over and are nobody's on the list: they came by the open link */
  readonly byLink: number;
  /** day of the last hand-over: what is known is as of then; null before the first */
  readonly asOf: IsoDay | null;
}

/** Who was asked, and who has answered as of the last hand-over. @throws Response the page of what is not there */
export function readPanel(actor: Actor, id: WaveId): Promise<PanelPage> {
  return withActor(actor, async (tx) => panelPage(actor, tx, (await seen(actor, tx, id)).wave));
}

/** The same within a transaction that has read the wave already. */
export async function panelPage(actor: Actor, tx: Transaction, wave: KeptWave): Promise<PanelPage> {
  const { version, invited } = await findPanel(actor, tx, wave);
  const letters = await openHandOvers(actor, tx, wave);
  const handed = new Set(letters.flatMap(({ participations }) => participations));
  const onList = new Set(invited.flatMap(participationsOf));
  return {
    version,
    invited: invited.map((one) => ({
      ...{ id: one.id, organisation: one.organisation, language: one.language, givenOn: one.code?.on ?? null },
      ...{ region: one.region ?? null, size: one.size ?? null },
      standing: hasAnswered(one, handed) ? "answered" : one.code ? "has-code" : "no-code",
    })),
    byLink: [...handed].filter((value) => !onList.has(value)).length,
    asOf: letters.at(-1)?.on ?? null,
  };
}
