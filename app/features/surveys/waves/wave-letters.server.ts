import type { Actor } from "#app/access/actor.ts";
import { openGroupVersion, publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { openTextLetter, sealLetter } from "#app/platform/crypto/letters.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

/** Where a letter to the analysts of a wave lies: it is bound to that place, and opens in no other. */
export interface LetterPlace {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
}

interface SealedLetter {
  /** of the wave's key */
  readonly keyVersion: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** Seals a text to the analysts of a wave. Whoever seals needs no key, and keeps none. */
export async function sealToWave(
  tx: Transaction,
  waveId: WaveId,
  place: LetterPlace,
  text: string,
): Promise<SealedLetter> {
  const { publicKey, version } = await publicKeyOf(tx, groups.wave(waveId));
  return { keyVersion: version, sealed: sealLetter(publicKey, contextOf(waveId, place, version), text) };
}

/** @throws KeyNotHeld for an analyst who has no key to the wave @throws SealBroken where it is not that place's letter */
export async function openFromWave(
  actor: Actor,
  tx: Transaction,
  waveId: WaveId,
  place: LetterPlace,
  { keyVersion, sealed }: SealedLetter,
): Promise<string> {
  const key = await openGroupVersion(actor, tx, groups.wave(waveId), keyVersion);
  return openTextLetter(key, contextOf(waveId, place, keyVersion), sealed);
}

const contextOf = (waveId: WaveId, { kind, id, version }: LetterPlace, recipientVersion: number) => ({
  ...{ kind, objectId: id, objectVersion: version },
  ...{ recipient: groups.wave(waveId), recipientVersion },
});
