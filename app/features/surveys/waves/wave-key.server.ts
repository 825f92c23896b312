import { isGenuineHat } from "#app/access/genuine.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { createGroup } from "#app/features/keyring/new-groups.server.ts";
import { userRecipient } from "#app/features/keyring/user-keys.server.ts";
import type { TeamId, WaveId } from "#app/kernel/id.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

/**
 * Who may read what a wave's respondents say: the team's analysts, each by their own key and not by the analytics key,
 * which coordinators hold as well. Nobody is both for the same wave: who coordinates this team, or has given a word on
 * this wave, gets none.
 */
export async function analystsFor(tx: Transaction, teamId: TeamId, approvers: readonly string[]): Promise<string[]> {
  const where = { teamId, role: { in: ["analyst", "intake"] }, user: { state: "active" } };
  const hats = (await tx.hat.findMany({ where })).filter(isGenuineHat);
  const wearers = (role: string) => hats.filter((hat) => hat.role === role).map(({ userId }) => userId);
  const shut = new Set([...wearers("intake"), ...approvers]);
  return [...new Set(wearers("analyst"))].filter((userId) => !shut.has(userId));
}

/** The key that answers are sealed to, made and wrapped in one request; nobody who makes it keeps it. */
export async function makeWaveKey(tx: Transaction, waveId: WaveId, analysts: readonly string[]): Promise<void> {
  const members = await Promise.all(analysts.map((userId) => userRecipient(tx, userId)));
  await createGroup(tx, groups.wave(waveId), members);
}
