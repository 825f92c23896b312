import type { Actor } from "#app/access/actor.ts";
import { insertApproval } from "#app/features/audit/approvals.server.ts";
import { approversOfTeam } from "#app/features/audit/team-approvers.server.ts";
import { type LetterPlace, openFromWave, sealToWave } from "#app/features/surveys/waves/wave-letters.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import { sha256 } from "#app/platform/crypto/hash.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { ExtractChoice } from "./survey-extract.ts";

/** What is given to researchers of a wave. With the same seed the same file comes again. */
export interface MadeExtract extends ExtractChoice {
  readonly seed: string;
  readonly madeOn: IsoDay;
  /** SHA-256 of the file, in hexadecimal: a later version of the product may not make another one */
  readonly digest: string;
}

/** An extract, and who has given their word on it. */
export interface FoundExtract {
  readonly made: MadeExtract;
  /** analysts of the team, by user id: two must agree before anything leaves */
  readonly words: readonly string[];
}

const placeOf = (waveId: WaveId): LetterPlace => ({ kind: "survey-extract", id: waveId, version: 1 });

/** @throws KeyNotHeld for an analyst who has no key to the wave */
export async function findExtract(actor: Actor, tx: Transaction, waveId: WaveId): Promise<FoundExtract | null> {
  const row = await tx.surveyExtract.findUnique({ where: { waveId } });
  if (!row) return null;
  const made = JSON.parse(await openFromWave(actor, tx, waveId, placeOf(waveId), row)) as MadeExtract;
  return { made, words: await approversOfTeam(actor, tx, approvalOf(waveId, row.sealed), "analyst") };
}

/** Sealed, with the first word on it. @returns false where somebody was faster: a wave is given out once */
export async function insertExtract(
  actor: Actor,
  tx: Transaction,
  waveId: WaveId,
  made: MadeExtract,
): Promise<boolean> {
  const letter = await sealToWave(tx, waveId, placeOf(waveId), JSON.stringify(made));
  const { count } = await tx.surveyExtract.createMany({ data: { waveId, ...letter }, skipDuplicates: true });
  return count === 1 && agreeToExtract(actor, tx, waveId);
}

/** The actor's word on the very extract that lies there. @returns false where there is none, or the word was given */
export async function agreeToExtract({ userId }: Actor, tx: Transaction, waveId: WaveId): Promise<boolean> {
  const row = await tx.surveyExtract.findUnique({ where: { waveId } });
  return row !== null && insertApproval(tx, userId, approvalOf(waveId, row.sealed));
}

/** By the sealed bytes, which nobody can make a second time: a plain digest of the file would tell whoever has one whose it is. */
const approvalOf = (waveId: WaveId, sealed: Uint8Array) => ({
  subject: `survey-extract/${waveId}`,
  textHash: sha256(sealed),
});
