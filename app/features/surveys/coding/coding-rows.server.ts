import type { Actor } from "#app/access/actor.ts";
import { type LetterPlace, openFromWave, sealToWave } from "#app/features/surveys/waves/wave-letters.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type Coding, NO_CODING, NO_SETTLEMENT, type Settlement } from "./coding.ts";

/** Whatever is in a letter fills whole rooms of so many letters: its length must not tell how far somebody has come. */
const ROOM = 16_384;

const inRooms = (content: unknown): string => {
  const json = JSON.stringify(content);
  return json.padEnd(Math.ceil(json.length / ROOM) * ROOM, " ");
};

const codingPlace = (waveId: WaveId, coderId: string, version: number): LetterPlace => ({
  ...{ kind: "survey-coding", id: `${waveId}/${coderId}`, version },
});
const settlementPlace = (waveId: WaveId, version: number): LetterPlace => ({
  ...{ kind: "survey-settlement", id: waveId, version },
});

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
    const text = await openFromWave(actor, tx, waveId, codingPlace(waveId, row.coderId, row.version), row);
    codings.set(row.coderId, { version: row.version, content: JSON.parse(text) });
  }
  return codings;
}

/** The same without versions, for whoever only reads. */
export const contentsOf = (codings: ReadonlyMap<string, Versioned<Coding>>): ReadonlyMap<string, Coding> =>
  new Map([...codings].map(([coderId, { content }]) => [coderId, content]));

/** The actor's own. @returns whether it was still as it was read */
export async function writeCoding(
  actor: Actor,
  tx: Transaction,
  waveId: WaveId,
  { version, content }: Versioned<Coding>,
): Promise<boolean> {
  const coderId = actor.userId;
  const letter = await sealToWave(tx, waveId, codingPlace(waveId, coderId, version + 1), inRooms(content));
  const data = { version: version + 1, ...letter };
  const { count } =
    version === 0
      ? await tx.surveyCoding.createMany({ data: { waveId, coderId, ...data }, skipDuplicates: true })
      : await tx.surveyCoding.updateMany({ where: { waveId, coderId, version }, data });
  return count === 1;
}

export const NOTHING_CODED: Versioned<Coding> = { version: 0, content: NO_CODING };

/** @throws KeyNotHeld for an analyst who has no key to the wave */
export async function readSettlement(actor: Actor, tx: Transaction, waveId: WaveId): Promise<Versioned<Settlement>> {
  const row = await tx.surveySettlement.findUnique({ where: { waveId } });
  if (!row) return { version: 0, content: NO_SETTLEMENT };
  const text = await openFromWave(actor, tx, waveId, settlementPlace(waveId, row.version), row);
  return { version: row.version, content: JSON.parse(text) };
}

/** @returns whether it was still as it was read */
export async function writeSettlement(
  tx: Transaction,
  waveId: WaveId,
  { version, content }: Versioned<Settlement>,
): Promise<boolean> {
  const letter = await sealToWave(tx, waveId, settlementPlace(waveId, version + 1), inRooms(content));
  const data = { version: version + 1, ...letter };
  const { count } =
    version === 0
      ? await tx.surveySettlement.createMany({ data: { waveId, ...data }, skipDuplicates: true })
      : await tx.surveySettlement.updateMany({ where: { waveId, version }, data });
  return count === 1;
}
