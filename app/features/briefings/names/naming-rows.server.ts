import type { Actor } from "#app/access/actor.ts";
import { isGenuineHat } from "#app/access/genuine.server.ts";
import { listApprovers } from "#app/features/audit/approvals.server.ts";
import { namingSeal } from "#app/features/briefings/briefing-seals.server.ts";
import { nameCode } from "#app/features/briefings/figures/name-codes.ts";
import { openGroup, openGroupVersion } from "#app/features/keyring/group-keys.server.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { base64UrlOf, fromBase64Url } from "#app/platform/crypto/bytes.server.ts";
import { openTextField, sealField } from "#app/platform/crypto/fields.server.ts";
import { sha256 } from "#app/platform/crypto/hash.server.ts";
import { newId, randomToken } from "#app/platform/crypto/random.server.ts";
import { withSubkey } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { OpenNaming } from "./edition-names.ts";
import { type ClearedNaming, type KeptNaming, type NamingFacts, namingBytes, namingSubject } from "./naming.ts";

const PURPOSE = "namings";
const place = (rowId: string) => ({ table: "institution_namings", column: "sealed", rowId });
/** Two different persons. */
const APPROVALS = 2;

/** Writes a proposal: whom it names under the register's key, what tables need of it under the editorial one. */
export async function insertNaming(actor: Actor, tx: Transaction, facts: NamingFacts) {
  const id = newId();
  const kept: KeptNaming = { facts, salt: randomToken(), proposedBy: actor.userId };
  const hash = sha256(namingBytes(kept));
  const register = await openGroup(actor, tx, "register");
  const sealed = withSubkey(register.privateKey, PURPOSE, (key) => sealField(key, place(id), JSON.stringify(kept)));
  const { type, codes, grade, reply, briefingId } = facts;
  const own = { code: nameCode(type, id), type, codes, grade, askedOn: reply.askedOn, hash: base64UrlOf(hash) };
  const blind = await namingSeal.seal(actor, tx, id, own);
  await tx.institutionNaming.createMany({
    data: {
      ...{ id, briefingId, sealed, keyVersion: register.version },
      ...{ sealedBlind: blind.sealed, blindKeyVersion: blind.keyVersion },
    },
  });
  return { id, hash };
}

/** All of a briefing, with their names. @throws KeyNotHeld for whoever holds no key of the register */
export async function openNamings(actor: Actor, tx: Transaction, briefingId: BriefingId): Promise<OpenNaming[]> {
  const rows = await tx.institutionNaming.findMany({ where: { briefingId }, orderBy: { id: "asc" } });
  const namings: OpenNaming[] = [];
  for (const row of rows) {
    const { privateKey } = await openGroupVersion(actor, tx, "register", row.keyVersion);
    const text = withSubkey(privateKey, PURPOSE, (key) => openTextField(key, place(row.id), row.sealed));
    const kept = JSON.parse(text) as KeptNaming;
    const hash = sha256(namingBytes(kept));
    const { isApproved } = await approvalsOf(actor, tx, row.id, hash);
    namings.push({ ...kept, id: row.id, code: nameCode(kept.facts.type, row.id), hash: base64UrlOf(hash), isApproved });
  }
  return namings;
}

/** What an analyst reads of them: those that two persons have approved, without a name. */
export async function clearedNamings(actor: Actor, tx: Transaction, briefingId: string): Promise<ClearedNaming[]> {
  const all = await blindNamings(actor, tx, briefingId);
  return all.flatMap(({ isApproved, ...naming }) => (isApproved ? [naming] : []));
}

/** How many there are, and how many of them wait for a second person. */
export async function countNamings(actor: Actor, tx: Transaction, briefingId: string) {
  const all = await blindNamings(actor, tx, briefingId);
  return { all: all.length, waiting: all.filter(({ isApproved }) => !isApproved).length };
}

async function blindNamings(actor: Actor, tx: Transaction, briefingId: string) {
  const select = { id: true, sealedBlind: true, blindKeyVersion: true } as const;
  const rows = await tx.institutionNaming.findMany({ where: { briefingId }, orderBy: { id: "asc" }, select });
  const namings: (ClearedNaming & { readonly isApproved: boolean })[] = [];
  for (const { id, sealedBlind, blindKeyVersion } of rows) {
    const blind = await namingSeal.open(actor, tx, { id, sealed: sealedBlind, keyVersion: blindKeyVersion });
    namings.push({ ...blind, id, ...(await approvalsOf(actor, tx, id, fromBase64Url(blind.hash))) });
  }
  return namings;
}

/** Who answers for it. Persons are compared, never hats; of hats only a guardian sees those of others, and looks at them. */
async function approvalsOf(actor: Actor, tx: Transaction, id: string, textHash: Uint8Array<ArrayBuffer>) {
  const approvedBy = await listApprovers(tx, { subject: namingSubject(id), textHash });
  const isEnough = new Set(approvedBy).size >= APPROVALS;
  return { approvedBy, isApproved: isEnough && (actor.role !== "guardian" || (await haveBothHats(tx, approvedBy))) };
}

/** Somebody who proposes and somebody else who approves. */
async function haveBothHats(tx: Transaction, userIds: readonly string[]): Promise<boolean> {
  const hats = await tx.hat.findMany({ where: { userId: { in: [...userIds] }, role: { in: ["editor", "guardian"] } } });
  const of = (role: string) => hats.filter((hat) => hat.role === role && isGenuineHat(hat)).map(({ userId }) => userId);
  return of("editor").some((editor) => of("guardian").some((guardian) => guardian !== editor));
}
