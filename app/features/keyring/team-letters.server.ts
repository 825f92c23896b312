import type { Actor } from "#app/access/actor.ts";
import type { Bytes } from "#app/platform/crypto/bytes.server.ts";
import { openTextLetter, sealLetter } from "#app/platform/crypto/letters.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { openGroupVersion, publicKeyOf } from "./group-keys.server.ts";
import { groups } from "./group-name.ts";

/** Seals texts of one row to a team: every coordinator of it can read them, and nobody else. */
export interface TeamLetters {
  readonly keyVersion: number;
  seal(kind: string, id: string, text: string): Bytes;
}

export async function lettersTo(tx: Transaction, teamId: string): Promise<TeamLetters> {
  const name = groups.team(teamId);
  const { publicKey, version } = await publicKeyOf(tx, name);
  return {
    keyVersion: version,
    seal: (kind, id, text) => sealLetter(publicKey, contextOf(kind, id, name, version), text),
  };
}

export interface LetterRow {
  readonly id: string;
  readonly teamId: string;
  /** of the team's key that it was sealed to */
  readonly keyVersion: number;
}

/** @throws KeyNotHeld where the actor has no key of that team @throws SealBroken where it is not that row's letter */
export async function openTeamLetter(
  actor: Actor,
  tx: Transaction,
  kind: string,
  { id, teamId, keyVersion }: LetterRow,
  letter: Uint8Array,
): Promise<string> {
  const name = groups.team(teamId);
  const team = await openGroupVersion(actor, tx, name, keyVersion);
  return openTextLetter(team, contextOf(kind, id, name, keyVersion), letter);
}

function contextOf(kind: string, id: string, name: string, version: number) {
  return { kind, objectId: id, objectVersion: 1, recipient: name, recipientVersion: version };
}
