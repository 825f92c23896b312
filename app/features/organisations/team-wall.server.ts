import type { TeamId } from "#app/kernel/id.ts";
import { vouchingId } from "#app/platform/crypto/vouching-id.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";

/*
 * Which team walls which is told by a plain row, and reports with a listed party go where it says. What vouches for it
 * stands beside: whoever can write to the database must not make the open team its own wall.
 */

/** Says that one team takes the reports with a listed party that the other must not see. */
export async function raiseWall(tx: Transaction, walledId: TeamId, openId: TeamId): Promise<void> {
  await tx.setting.createMany({ data: { key: settingOf(walledId), value: proof(walledId, openId) } });
}

/**
 * The team that takes an organisation's reports with a listed party: the one behind its wall, or its own where that
 * stands behind one already.
 * @throws where there is no wall to go behind: a listed party's name must not reach people it brings into danger
 */
export async function teamBehindWall(tx: Transaction, teamId: TeamId): Promise<TeamId> {
  const walled = await tx.team.findMany({ where: { walled: true, OR: [{ id: teamId }, { wallsId: teamId }] } });
  const team = walled.find(({ id }) => id === teamId) ?? walled[0];
  const vouched = team && (await tx.setting.findUnique({ where: { key: settingOf(team.id) } }));
  if (!vouched || vouched.value !== proof(team.id, team.wallsId))
    throw new Error("a team has no walled team behind it");
  return team.id as TeamId;
}

const settingOf = (walledId: string) => `wall/${walledId}`;

function proof(walledId: string, openId: string | null): string {
  return vouchingId(directoryKey(), "wall", walledId, openId ?? "");
}
