import type { GroupKey, PublicKey } from "#app/features/keyring/group-keys.server.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";
import type { Json } from "#app/kernel/json.ts";
import { utf8 } from "#app/platform/crypto/bytes.server.ts";
import { sha256Hex } from "#app/platform/crypto/hash.server.ts";
import { openTextLetter, sealLetter } from "#app/platform/crypto/letters.server.ts";
import { vouchingId } from "#app/platform/crypto/vouching-id.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";
import type { Replacement, Sent } from "./answer-resolution.ts";
import { inRoom } from "./answer-room.ts";
import type { Handed } from "./hand-over.ts";
import type { PanelMakeup } from "./panel-makeup.ts";

/** How somebody came in: invited, or by the open link, where nothing holds one organisation to one answer. */
export type Way = "panel" | "link";

/** Kinds of letters to the team: the one an answer carries, bound to its wave, and the one around it after the hand-over. */
export const CARRIED_CONTACT = "survey-contact";
export const HANDED_CONTACT = "survey-handed-contact";

/** A safe channel on its way to the team: a letter to it, carried in one to the analysts, who cannot open it. */
export interface CarriedContact {
  readonly keyVersion: number;
  /** base64url */
  readonly letter: string;
  /** the same each time the same contact is sent, so that it is handed over once */
  readonly mark: string;
}

/** Everything that is in the one row of an answer. */
export interface AnswerEnvelope extends Sent {
  readonly form: 1;
  readonly way: Way;
  /** digest of the questionnaire that was answered */
  readonly instrument: string;
  readonly answers: Json;
  readonly contact: CarriedContact | null;
  /** the same in another survey's answer where the same organisation wishes both to be compared; older answers have none */
  readonly panelMark?: string | null;
}

/** Everything as it was sealed, with a MAC: anybody can seal to a public key, and a writer to the database could add answers. */
interface VouchedEnvelope {
  readonly envelope: AnswerEnvelope;
  readonly vouchedBy: string;
}

interface SealedRow {
  readonly id: string;
  readonly keyVersion: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

const ANSWER = "survey-answer";
const REPLACEMENT = "survey-replacement";
const MARK = "survey-handed-over";
const MAKEUP = "survey-makeup";

const contextOf = (kind: string, objectId: string, { name, version }: Pick<PublicKey, "name" | "version">) => ({
  ...{ kind, objectId, objectVersion: 1 },
  recipient: name,
  recipientVersion: version,
});

const voucherFor = (rowId: string, recipient: string, envelope: AnswerEnvelope) =>
  vouchingId(
    directoryKey(),
    "survey-answer",
    rowId,
    recipient,
    sha256Hex(utf8(canonicalJson(envelope as unknown as Json))),
  );

/** @returns null where it is longer than the largest room */
export function sealAnswer(key: PublicKey, rowId: string, envelope: AnswerEnvelope) {
  const vouched: VouchedEnvelope = { envelope, vouchedBy: voucherFor(rowId, key.name, envelope) };
  const text = inRoom(JSON.stringify(vouched));
  if (text === null) return null;
  return { keyVersion: key.version, sealed: sealLetter(key.publicKey, contextOf(ANSWER, rowId, key), text) };
}

type Opener = Pick<PublicKey, "name"> & GroupKey;

/** @returns null for what the product did not seal itself @throws SealBroken where it is not that row's letter */
export function openAnswer(key: Opener, { id, sealed }: SealedRow): AnswerEnvelope | null {
  const { envelope, vouchedBy }: VouchedEnvelope = JSON.parse(openTextLetter(key, contextOf(ANSWER, id, key), sealed));
  return vouchedBy === voucherFor(id, key.name, envelope) ? envelope : null;
}

/** Who replaced whom, for the analysts: by participation values, which name nobody. */
export function sealReplacement(key: PublicKey, rowId: string, pair: Replacement) {
  const sealed = sealLetter(key.publicKey, contextOf(REPLACEMENT, rowId, key), JSON.stringify(pair));
  return { keyVersion: key.version, sealed };
}

/** @throws SealBroken where it is not that row's letter */
export function openReplacement(key: Opener, { id, sealed }: SealedRow): Replacement {
  return JSON.parse(openTextLetter(key, contextOf(REPLACEMENT, id, key), sealed));
}

/** What was handed over, for whoever hands over next. */
export function sealMark(key: PublicKey, rowId: string, handed: readonly Handed[]) {
  const sealedMark = sealLetter(key.publicKey, contextOf(MARK, rowId, key), JSON.stringify(handed));
  return { markKeyVersion: key.version, sealedMark };
}

/** @throws SealBroken where it is not that row's letter */
export function openMark(
  key: Opener,
  { id, sealedMark }: { readonly id: string; readonly sealedMark: Uint8Array },
): readonly Handed[] {
  return JSON.parse(openTextLetter(key, contextOf(MARK, id, key), sealedMark));
}

/** How many were asked of which region and size, for the analysts. */
export function sealMakeup(key: PublicKey, waveId: string, makeup: PanelMakeup) {
  return {
    keyVersion: key.version,
    sealed: sealLetter(key.publicKey, contextOf(MAKEUP, waveId, key), JSON.stringify(makeup)),
  };
}

/** @throws SealBroken where it is not that wave's letter */
export function openMakeup(key: Opener, { id, sealed }: SealedRow): PanelMakeup {
  return JSON.parse(openTextLetter(key, contextOf(MAKEUP, id, key), sealed));
}
