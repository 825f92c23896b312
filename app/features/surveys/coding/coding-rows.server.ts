import type { Actor } from "#app/access/actor.ts";
import { openGroupVersion, publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { openTextLetter, sealLetter } from "#app/platform/crypto/letters.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type Coding, NO_CODING, NO_SETTLEMENT, type Settlement } from "./coding.ts";

const CODING = "survey-coding";
const SETTLEMENT = "survey-settlement";
/** Whatever is in a letter fills whole rooms of so many letters: its length must not tell how far somebody has come. */
const ROOM = 16_384;

const inRooms = (json: string): string => json.padEnd(Math.ceil(json.length / ROOM) * ROOM, " ");

interface Sealed {
  readonly version: number;
  readonly keyVersion: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

const contextOf = (kind: string, objectId: string, objectVersion: number, name: string, recipientVersion: number) => ({
  ...{ kind, objectId, objectVersion },
  ...{ recipient: name, recipientVersion },
});

async function opened<T>(actor: Actor, tx: Transaction, waveId: WaveId, kind: string, id: string, row: Sealed) {
  const name = groups.wave(waveId);
  const key = await openGroupVersion(actor, tx, name, row.keyVersion);
  return JSON.parse(openTextLetter(key, contextOf(kind, id, row.version, name, row.keyVersion), row.sealed)) as T;
}

async function sealed(tx: Transaction, waveId: WaveId, kind: string, id: string, version: number, content: unknown) {
  const name = groups.wave(waveId);
  const key = await publicKeyOf(tx, name);
  const context = contextOf(kind, id, version, name, key.version);
  const letter = sealLetter(key.publicKey, context, inRooms(JSON.stringify(content)));
  return { version, keyVersion: key.version, sealed: letter };
}

export interface Versioned<T> {
  /** 0 while there is none */
  readonly version: number;
  readonly content: T;
}

/** What every analyst has coded of a wave, by who did. */
export async function readCodings(
  actor: Actor,
  tx: Transaction,
  waveId: WaveId,
): Promise<ReadonlyMap<string, Versioned<Coding>>> {
  const codings = new Map<string, Versioned<Coding>>();
  for (const row of await tx.surveyCoding.findMany({ where: { waveId } })) {
    const content = await opened<Coding>(actor, tx, waveId, CODING, `${waveId}/${row.coderId}`, row);
    codings.set(row.coderId, { version: row.version, content });
  }
  return codings;
}

/** The actor's own. @returns whether it was still as it was read */
export async function writeCoding(
  actor: Actor,
  tx: Transaction,
  waveId: WaveId,
  { version, content }: Versioned<Coding>,
): Promise<boolean> {
  const coderId = actor.userId;
  const data = await sealed(tx, waveId, CODING, `${waveId}/${coderId}`, version + 1, content);
  const { count } =
    version === 0
      ? await tx.surveyCoding.createMany({ data: { waveId, coderId, ...data }, skipDuplicates: true })
      : await tx.surveyCoding.updateMany({ where: { waveId, coderId, version }, data });
  return count === 1;
}

export const NOTHING_CODED: Versioned<Coding> = { version: 0, content: NO_CODING };

export async function readSettlement(actor: Actor, tx: Transaction, waveId: WaveId): Promise<Versioned<Settlement>> {
  const row = await tx.surveySettlement.findUnique({ where: { waveId } });
  if (!row) return { version: 0, content: NO_SETTLEMENT };
  return { version: row.version, content: await opened<Settlement>(actor, tx, waveId, SETTLEMENT, waveId, row) };
}

/** @returns whether it was still as it was read */
export async function writeSettlement(
  tx: Transaction,
  waveId: WaveId,
  { version, content }: Versioned<Settlement>,
): Promise<boolean> {
  const data = await sealed(tx, waveId, SETTLEMENT, waveId, version + 1, content);
  const { count } =
    version === 0
      ? await tx.surveySettlement.createMany({ data: { waveId, ...data }, skipDuplicates: true })
      : await tx.surveySettlement.updateMany({ where: { waveId, version }, data });
  return count === 1;
}
