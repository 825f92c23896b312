import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { caseReference } from "#app/features/cases/case-reference.ts";
import { blockingLawOf } from "#app/features/registers/blocking-law.ts";
import { findState, listStates } from "#app/features/registers/state-queries.server.ts";
import { partyStatusOn, type StateParty } from "#app/features/registers/states-parties.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { StateNoteId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { now } from "#app/platform/clock.server.ts";
import { receiverFingerprint } from "#app/platform/crypto/age.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type SeenNote, seeNote } from "./at-note.server.ts";
import { type Candidate, openCandidates, receiverCode } from "./note-parts.server.ts";
import type { KeptNote } from "./state-note.ts";
import type {
  ListedNote,
  NoteForm,
  NotePageData,
  NoteStep,
  OfferedPart,
  OfferedReceiver,
  StateFacts,
} from "./state-note-page.ts";
import { findNote, noteHash, openNotes } from "./state-note-rows.server.ts";

/** Those of the team, latest first. */
export async function readNotes(actor: Actor, locale: Locale): Promise<readonly ListedNote[]> {
  const names = new Map((await listStates()).map((state) => [state.iso2, nameIn(state, locale)]));
  return withActor(actor, async (tx) => {
    const listed: ListedNote[] = [];
    for (const note of await openNotes(actor, tx)) {
      const { id, madeOn, expiresOn, receiver, parts } = note;
      const { state } = await seeNote(actor, tx, note);
      const stateName = names.get(note.state) ?? note.state;
      listed.push({ id, madeOn, expiresOn, stateName, receiver: receiver.name, parts: parts.length, state });
    }
    return listed;
  });
}

/** Whom a note can be for: States of the register, and receivers to whom reporters have agreed. */
export async function readNewNote(actor: Actor, locale: Locale) {
  const { compare } = new Intl.Collator(locale);
  const states = (await listStates()).map((state) => ({ code: state.iso2, name: nameIn(state, locale) }));
  const receivers = await withActor(actor, async (tx) => receiversIn(await openCandidates(actor, tx)));
  return { states: states.sort((one, other) => compare(one.name, other.name)), receivers };
}

function receiversIn(candidates: readonly Candidate[]): readonly OfferedReceiver[] {
  const found = new Map<string, OfferedReceiver>();
  for (const { content } of candidates) {
    const code = receiverCode(content.receiver);
    const { name, key } = content.receiver;
    const parts = (found.get(code)?.parts ?? 0) + 1;
    found.set(code, { code, name, fingerprint: receiverFingerprint(key), parts });
  }
  return [...found.values()];
}

/** @throws Response the page of what is not there */
export async function readNote(actor: Actor, id: StateNoteId, locale: Locale): Promise<NotePageData> {
  const { seen, history } = await withActor(actor, async (tx) => {
    const note = await findNote(actor, tx, id);
    if (!note) throw notFound();
    return { seen: await seeNote(actor, tx, note), history: await historyOf(tx, note) };
  });
  const { note, state, parts, approvers } = seen;
  const { version, madeOn, expiresOn, language, receiver } = note;
  const facts = await factsOf(note.state, locale);
  // The sweep may still be to come.
  const content = isShown(seen) ? note.content : null;
  return {
    ...{ id, version, madeOn, expiresOn, language, state, receiver, facts, history },
    stateName: facts?.name ?? note.state,
    fingerprint: receiverFingerprint(receiver.key),
    tlp: note.content?.tlp ?? "tlp_red",
    hash: content ? noteHash(content) : "",
    words: content && { letter: content.letter, asks: content.asks },
    parts: parts.map(({ part, standing, isThere, content: words }) => ({
      ...{ caseId: part.caseId, referralId: part.referralId, reference: caseReference(part.caseId), standing, isThere },
      content: content ? words : null,
    })),
    isMine: approvers.includes(actor.userId),
  };
}

const isShown = ({ note: { expiresOn } }: SeenNote) => expiresOn >= isoDayOf(now());

/** What is kept, as its form holds it. @throws Response also where it has left or its day has passed */
export async function readNoteForm(actor: Actor, id: StateNoteId, locale: Locale): Promise<NoteForm> {
  const { note, state, approvers, offered } = await withActor(actor, async (tx) => {
    const found = await findNote(actor, tx, id);
    if (!found?.content) throw notFound();
    const code = receiverCode(found.receiver);
    const all = await openCandidates(actor, tx);
    return {
      ...(await seeNote(actor, tx, found)),
      offered: all.filter(({ content }) => receiverCode(content.receiver) === code).map(offeredPart),
    };
  });
  if (!note.content || !["draft", "in_review", "approved"].includes(state)) throw notFound();
  const { version, language, content, parts } = note;
  const stands = parts.filter(({ referralId }) => offered.some((one) => one.referralId === referralId));
  const values = {
    parts: stands.map(({ referralId }) => referralId),
    letter: content.letter,
    asks: content.asks.join("\n"),
  };
  const stateName = (await factsOf(note.state, locale))?.name ?? note.state;
  return { id, version, language, offered, values, stateName, isWithWords: approvers.length > 0 };
}

function offeredPart({ reference, organisation, referral, content }: Candidate): OfferedPart {
  const parts = content.sections.map(({ heading }) => heading);
  const { id: referralId, expiresOn, files } = referral;
  return { referralId, reference, organisation, parts, fileCount: files.length, expiresOn };
}

async function historyOf(tx: Transaction, { begun, sent, approved, taken }: KeptNote): Promise<readonly NoteStep[]> {
  const steps = [
    { step: "begun", ...begun } as const,
    ...(sent ? [{ step: "sent", ...sent } as const] : []),
    ...(approved ? [{ step: "approved", ...approved } as const] : []),
    ...taken.map((one) => ({ step: "taken", ...one }) as const),
  ];
  const ids = [...new Set(steps.map(({ by }) => by))];
  const users = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, handle: true } });
  const handles = new Map(users.map(({ id, handle }) => [id, handle]));
  return steps.map((one) => ({ ...one, by: handles.get(one.by) ?? "–" }));
}

async function factsOf(code: string, locale: Locale): Promise<StateFacts | null> {
  const state = await findState(code);
  if (!state) return null;
  return {
    code,
    name: nameIn(state, locale),
    group: state.regional_group,
    status: partyStatusOn(state, isoDayOf(now())),
    apic: state.apic_party,
    law: blockingLawOf(state),
    withdrawalNotifiedOn: state.withdrawal_notified_date,
    withdrawalEffectiveOn: state.withdrawal_effective_date,
  };
}

const nameIn = (state: StateParty, locale: Locale): string => state[`name_${locale}`];
