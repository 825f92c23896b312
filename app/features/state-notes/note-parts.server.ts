import type { Actor } from "#app/access/actor.ts";
import { openCaseKey, openCaseKeys } from "#app/features/cases/case-keys.server.ts";
import { findCaseRow, openOwnCase } from "#app/features/cases/case-queries.server.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { allowanceIn, isStillAllowed } from "#app/features/referrals/consent-follows.server.ts";
import { isExpired, type KeptReferral, type ReferralContent } from "#app/features/referrals/referral.ts";
import type { Allowance } from "#app/features/referrals/referral-consent.ts";
import { findReferral, openRecords } from "#app/features/referrals/referral-rows.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { type IsoDay, isoDayOf } from "#app/kernel/iso-day.ts";
import { now } from "#app/platform/clock.server.ts";
import { sha256Hex } from "#app/platform/crypto/hash.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { KeptNote, NotePart, NoteReceiver } from "./state-note.ts";
import { mayBeTold, type PartStanding, partStanding } from "./state-note-standing.ts";

/** A referral that may stand in a note for its receiver today. */
export interface Candidate {
  readonly caseId: CaseId;
  readonly reference: string;
  /** who reported, for the coordinator who chooses */
  readonly organisation: string;
  readonly referral: KeptReferral;
  readonly content: ReferralContent;
}

type Addressee = Pick<NoteReceiver, "name" | "key">;

/** What a form calls a receiver by: the very name and key that reporters agreed to. */
export const receiverCode = ({ name, key }: Addressee): string => sha256Hex(`${key}\n${name}`).slice(0, 32);

/** Everything that reporters of the team have agreed to tell a State, and that no consent or day stands against. */
export async function openCandidates(actor: Actor, tx: Transaction): Promise<Candidate[]> {
  const today = isoDayOf(now());
  const where = { expiresOn: { gte: new Date(today) }, sealedContent: { not: null } };
  const rows = await tx.referral.findMany({ where, select: { caseId: true }, distinct: ["caseId"] });
  const ids = rows.map(({ caseId }) => caseId);
  const found: Candidate[] = [];
  for (const [id, key] of await openCaseKeys(actor, tx, ids)) {
    const forStates = (await openRecords(tx, id, key)).filter(({ kind }) => kind === "state_authority");
    // Only of a case of which something is meant for a State is more opened than the records.
    const own = forStates.length > 0 ? await openOwnCase(actor, tx, id as CaseId) : null;
    if (!own || !isUsable(own.status)) continue;
    const allowance = allowanceIn(own.body.report, own.copy.facts.sourceKind);
    for (const record of forStates) {
      const referral = await findReferral(tx, id, record.id, key);
      if (!referral?.content || !mayStand(referral, allowance, today)) continue;
      const { reference, body } = own;
      const organisation = body.organisationName ?? "";
      found.push({ caseId: own.id, reference, organisation, referral, content: referral.content });
    }
  }
  return found;
}

function mayStand(referral: KeptReferral, allowance: Allowance, today: IsoDay): boolean {
  const { kind, state, content, name } = referral;
  return (
    kind === "state_authority" &&
    (state === "ready" || state === "taken") &&
    content?.receiver.name === name &&
    !isExpired(referral, today) &&
    isStillAllowed(referral, allowance) &&
    mayBeTold(allowance, name)
  );
}

/** A part of a note as it stands at this moment; its words only where it stands. */
export interface OpenedPart {
  readonly part: NotePart;
  readonly standing: PartStanding;
  /** whether there is a referral to look at; an erased case has none */
  readonly isThere: boolean;
  readonly content: ReferralContent | null;
}

/** In the order of the note. What is to leave by this must hold the cases before it asks. */
export async function openParts(actor: Actor, tx: Transaction, note: KeptNote): Promise<OpenedPart[]> {
  const parts: OpenedPart[] = [];
  for (const part of note.parts) parts.push(await openPart(actor, tx, note, part));
  return parts;
}

async function openPart(actor: Actor, tx: Transaction, note: KeptNote, part: NotePart): Promise<OpenedPart> {
  const { caseId, referralId, hash } = part;
  const row = await tx.case.findUnique({ where: { id: caseId }, select: { status: true } });
  const told = {
    hasLeft: note.taken.length > 0,
    isAsked: note.deletionAsked.some((asked) => asked.referralId === referralId),
    isErased: row?.status === "erased",
  };
  const here = (await findCaseRow(tx, caseId)) && (await openOwnCase(actor, tx, caseId));
  const referral = here && (await findReferral(tx, caseId, referralId, await openCaseKey(actor, tx, caseId)));
  if (!here || !referral) return { part, standing: partStanding(null, told), isThere: false, content: null };
  const allowance = allowanceIn(here.body.report, here.copy.facts.sourceKind);
  const { key, name } = note.receiver;
  const isSame = referral.hash === hash && referral.name === name && referral.content?.receiver.key === key;
  const mine = isUsable(here.status) && isSame && mayStand(referral, allowance, isoDayOf(now()));
  const isAllowed = isUsable(here.status) && isStillAllowed(referral, allowance) && mayBeTold(allowance, name);
  const isAsked = told.isAsked || referral.deletionAskedOn !== null;
  const standing = partStanding({ mayStand: mine, state: referral.state, isAllowed }, { ...told, isAsked });
  return { part, standing, isThere: true, content: standing === "stands" && isSame ? referral.content : null };
}
