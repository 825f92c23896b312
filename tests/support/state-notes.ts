import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { receiverCode } from "#app/features/state-notes/note-parts.server.ts";
import { takeNote } from "#app/features/state-notes/note-taking.server.ts";
import { giveWord } from "#app/features/state-notes/state-note-commands.server.ts";
import { readNote } from "#app/features/state-notes/state-note-queries.server.ts";
import { findNote } from "#app/features/state-notes/state-note-rows.server.ts";
import { beginNote, changeNote } from "#app/features/state-notes/state-note-writing.server.ts";
import type { CaseId, ReferralId, StateNoteId } from "#app/kernel/id.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { agreedReferral, aReferral, newReceiver } from "./referrals.ts";
import { aReport, sendReport } from "./reports.ts";

export const MINISTRY = "Ministry of Foreign Affairs of Norway";
export const LETTER = "Dear colleague, three organisations cannot pay their people.";
export const ASK = "Answer the bank in writing.";

/** Parts of as many cases, to which their reporters have agreed for one ministry. */
export interface AgreedParts {
  readonly receiver: Awaited<ReturnType<typeof newReceiver>>;
  readonly parts: readonly { readonly caseId: CaseId; readonly referralId: ReferralId }[];
}

/** What a coordinator chooses for a ministry. */
export const forMinistry = (key: string, choice: Parameters<typeof aReferral>[1] = {}) =>
  aReferral(key, {
    kind: "state_authority",
    name: MINISTRY,
    parts: ["names", "what", "story"],
    summary: "",
    ...choice,
  });

export const NAMES_MINISTRY = {
  consent: { consent: "c4_confidential_to_named" },
  recipients: { recipients: MINISTRY },
} as const;

/** A case whose reporter names the ministry, and the part that it agreed to. */
export async function agreedPart(reporter: Actor, intake: Actor, key: string, choice = {}) {
  const caseId = await sendReport(reporter, aReport(NAMES_MINISTRY));
  return { caseId, referralId: await agreedReferral(intake, reporter, caseId, forMinistry(key, choice)) };
}

export async function withPartsFor(reporter: Actor, intake: Actor, count: number): Promise<AgreedParts> {
  const receiver = await newReceiver();
  const parts: AgreedParts["parts"][number][] = [];
  for (let at = 0; at < count; at += 1) parts.push(await agreedPart(reporter, intake, receiver.key));
  return { receiver, parts };
}

export const aNewNote = (key: string) =>
  ({
    state: "NO",
    receiver: receiverCode({ name: MINISTRY, key }),
    unit: "Legal Affairs",
    language: "en",
    days: 30,
  }) as const;

/** One with a letter, an ask and all the parts, that nobody has given a word on yet. */
export async function writtenNote(
  intake: Actor,
  { receiver, parts }: AgreedParts,
  words = { letter: LETTER, asks: [ASK] },
): Promise<StateNoteId> {
  const { noteId } = valueFrom(await beginNote(intake, aNewNote(receiver.key)));
  const chosen = parts.map(({ referralId }) => referralId);
  valueFrom(await changeNote(intake, noteId, { version: 1, parts: chosen, ...words }));
  return noteId;
}

/** A word on the note as it is seen at this moment. */
export async function word(actor: Actor, id: StateNoteId) {
  const { version, hash } = await readNote(actor, id, "en");
  return giveWord(actor, id, { version, hash });
}

export async function approvedNote(one: Actor, other: Actor, told: AgreedParts): Promise<StateNoteId> {
  const id = await writtenNote(one, told);
  valueFrom(await word(one, id));
  valueFrom(await word(other, id));
  return id;
}

export const versionOf = (actor: Actor, id: StateNoteId): Promise<number> =>
  withActor(actor, async (tx) => (await findNote(actor, tx, id))!.version);

export const takeOutNote = async (actor: Actor, id: StateNoteId) =>
  takeNote(actor, { id, version: await versionOf(actor, id) }, {});
