import type { Actor } from "#app/access/actor.ts";
import { lettersTo, openTeamLetter } from "#app/features/keyring/team-letters.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { EMPTY_PANEL, type Panel } from "./panel.ts";
import type { KeptWave } from "./wave.ts";

const PANEL = "survey-panel";
const HAND_OVER = "survey-participation";

export interface KeptPanel extends Panel {
  /** 0 while nobody has been invited */
  readonly version: number;
}

type Whose = Pick<KeptWave, "id" | "teamId">;

/** An empty one, at version 0, before anybody was invited. */
export async function findPanel(actor: Actor, tx: Transaction, { id, teamId }: Whose): Promise<KeptPanel> {
  const row = await tx.surveyPanel.findUnique({ where: { waveId: id } });
  if (!row) return { ...EMPTY_PANEL, version: 0 };
  const { version, keyVersion, sealed } = row;
  const panel: Panel = JSON.parse(await openTeamLetter(actor, tx, PANEL, { id, teamId, keyVersion }, sealed));
  return { ...panel, version };
}

/** @returns whether the list was still as it was read */
export async function rewritePanel(
  tx: Transaction,
  { id, teamId }: Whose,
  version: number,
  { invited }: Panel,
): Promise<boolean> {
  const { keyVersion, seal } = await lettersTo(tx, teamId);
  const data = { version: version + 1, keyVersion, sealed: seal(PANEL, id, JSON.stringify({ invited })) };
  const { count } =
    version === 0
      ? await tx.surveyPanel.createMany({ data: { waveId: id, ...data }, skipDuplicates: true })
      : await tx.surveyPanel.updateMany({ where: { waveId: id, version }, data });
  return count === 1;
}

/** What one hand-over tells the team: sorted, so that the order says nothing. */
export interface HandOverLetter {
  readonly on: string;
  readonly participations: readonly string[];
}

/** A letter to the team. @param id  of the row in which it will lie */
export async function sealHandOver(tx: Transaction, teamId: string, id: string, letter: HandOverLetter) {
  const { keyVersion, seal } = await lettersTo(tx, teamId);
  return { keyVersion, sealed: seal(HAND_OVER, id, JSON.stringify(letter)) };
}

/** All that was handed over of a wave, earliest first. */
export async function openHandOvers(actor: Actor, tx: Transaction, { id, teamId }: Whose): Promise<HandOverLetter[]> {
  const rows = await tx.surveyParticipation.findMany({
    where: { waveId: id },
    select: { id: true, keyVersion: true, sealed: true },
  });
  const letters: HandOverLetter[] = [];
  for (const row of rows)
    letters.push(JSON.parse(await openTeamLetter(actor, tx, HAND_OVER, { ...row, teamId }, row.sealed)));
  return letters.sort((one, other) => one.on.localeCompare(other.on));
}

/** Participation values of all who are known to have answered. */
export async function handedOver(actor: Actor, tx: Transaction, wave: Whose): Promise<ReadonlySet<string>> {
  const letters = await openHandOvers(actor, tx, wave);
  return new Set(letters.flatMap(({ participations }) => participations));
}
