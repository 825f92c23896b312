import type { Actor } from "#app/access/actor.ts";
import { openGroupVersion, publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import type { WaveId } from "#app/kernel/id.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import { openTextLetter, sealLetter } from "#app/platform/crypto/letters.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { ExtractChoice } from "./survey-extract.ts";

/** What was given to researchers of a wave. With the same seed the same file comes again. */
export interface MadeExtract extends ExtractChoice {
  readonly seed: string;
  readonly madeOn: IsoDay;
}

const contextOf = (waveId: WaveId, recipientVersion: number) => ({
  ...{ kind: "survey-extract", objectId: waveId, objectVersion: 1 },
  ...{ recipient: groups.wave(waveId), recipientVersion },
});

/** @throws KeyNotHeld for an analyst who has no key to the wave */
export async function findExtract(actor: Actor, tx: Transaction, waveId: WaveId): Promise<MadeExtract | null> {
  const row = await tx.surveyExtract.findUnique({ where: { waveId } });
  if (!row) return null;
  const key = await openGroupVersion(actor, tx, groups.wave(waveId), row.keyVersion);
  return JSON.parse(openTextLetter(key, contextOf(waveId, row.keyVersion), row.sealed)) as MadeExtract;
}

/** @returns false where somebody was faster: a wave is given out once */
export async function insertExtract(tx: Transaction, waveId: WaveId, made: MadeExtract): Promise<boolean> {
  const { publicKey, version } = await publicKeyOf(tx, groups.wave(waveId));
  const sealed = sealLetter(publicKey, contextOf(waveId, version), JSON.stringify(made));
  const data = { waveId, keyVersion: version, sealed };
  return (await tx.surveyExtract.createMany({ data, skipDuplicates: true })).count === 1;
}
