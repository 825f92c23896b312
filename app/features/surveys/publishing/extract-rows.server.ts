import type { Actor } from "#app/access/actor.ts";
import { type LetterPlace, openFromWave, sealToWave } from "#app/features/surveys/waves/wave-letters.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { ExtractChoice } from "./survey-extract.ts";

/** What was given to researchers of a wave. With the same seed the same file comes again. */
export interface MadeExtract extends ExtractChoice {
  readonly seed: string;
  readonly madeOn: IsoDay;
}

const placeOf = (waveId: WaveId): LetterPlace => ({ kind: "survey-extract", id: waveId, version: 1 });

/** @throws KeyNotHeld for an analyst who has no key to the wave */
export async function findExtract(actor: Actor, tx: Transaction, waveId: WaveId): Promise<MadeExtract | null> {
  const row = await tx.surveyExtract.findUnique({ where: { waveId } });
  return row && (JSON.parse(await openFromWave(actor, tx, waveId, placeOf(waveId), row)) as MadeExtract);
}

/** @returns false where somebody was faster: a wave is given out once */
export async function insertExtract(tx: Transaction, waveId: WaveId, made: MadeExtract): Promise<boolean> {
  const letter = await sealToWave(tx, waveId, placeOf(waveId), JSON.stringify(made));
  return (await tx.surveyExtract.createMany({ data: { waveId, ...letter }, skipDuplicates: true })).count === 1;
}
