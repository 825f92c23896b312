import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { isGenuineHat } from "#app/access/genuine.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { holdsGroup, openGroup } from "#app/features/keyring/group-keys.server.ts";
import { type GroupName, groups } from "#app/features/keyring/group-name.ts";
import { addMember } from "#app/features/keyring/new-groups.server.ts";
import { userRecipient } from "#app/features/keyring/user-keys.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type AnalystWave, analystWave } from "./analyst-waves.server.ts";
import type { PublicWave } from "./wave.ts";
import { NO_KEY, NO_READER } from "./wave-refusals.ts";

/** Who can open what a survey's respondents say, and who could be let in. User ids. */
export interface WaveReaders {
  readonly holders: readonly string[];
  /** analysts of the team who came later and may be given the key */
  readonly waiting: readonly string[];
}

/**
 * Only active analysts of the team count, and nobody who coordinates it or gave a word on the survey. A newcomer must hold
 * the team's analytics key: nobody gets that before two persons have agreed to their role.
 */
export async function waveReaders(
  tx: Transaction,
  { id, teamId }: Pick<PublicWave, "id" | "teamId">,
): Promise<WaveReaders> {
  const where = { teamId, role: { in: ["analyst", "intake"] } };
  const hats = (await tx.hat.findMany({ where })).filter(isGenuineHat);
  const wearers = (role: string) => [...new Set(hats.flatMap((hat) => (hat.role === role ? [hat.userId] : [])))];
  const words = await tx.approval.findMany({ where: { subject: `survey-wave/${id}` }, select: { userId: true } });
  const shut = new Set([...wearers("intake"), ...words.map(({ userId }) => userId)]);
  const open = wearers("analyst").filter((userId) => !shut.has(userId));
  const users = { id: { in: open }, state: "active" };
  const active = (await tx.user.findMany({ where: users, select: { id: true } })).map((user) => user.id);
  const [holders, admitted] = [
    await wrappedTo(tx, groups.wave(id), active),
    await wrappedTo(tx, groups.analytics(teamId), active),
  ];
  return {
    holders: active.filter((userId) => holders.has(userId)),
    waiting: active.filter((userId) => !holders.has(userId) && admitted.has(userId)),
  };
}

async function wrappedTo(tx: Transaction, name: GroupName, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  const wraps = await tx.wrap.findMany({
    where: { objectKind: "group", objectId: name, recipientKind: "user", recipientId: { in: [...userIds] } },
    select: { recipientId: true },
  });
  return new Set(wraps.map(({ recipientId }) => recipientId));
}

export interface Reader {
  readonly userId: string;
  readonly handle: string;
}

export interface ReadersPage {
  readonly wave: AnalystWave;
  readonly holders: readonly Reader[];
  readonly waiting: readonly Reader[];
  /** whether the actor can open the answers, and so let others in */
  readonly holdsKey: boolean;
}

const doing = (id: WaveId) => ({ id, act: "grant-key", permission: "wave-answer.grant" }) as const;

/** @throws Response the page of what is not there, also for whoever may not read this survey */
export function readReaders(actor: Actor, id: WaveId): Promise<ReadersPage> {
  return withActor(actor, async (tx) => {
    const found = await analystWave(actor, tx, doing(id));
    if (!found.ok) throw notFound();
    const { holders, waiting } = await waveReaders(tx, found.value);
    const where = { id: { in: [...holders, ...waiting] } };
    const users = await tx.user.findMany({ where, select: { id: true, handle: true } });
    const named = (ids: readonly string[]) =>
      users
        .filter((user) => ids.includes(user.id))
        .map((user) => ({ userId: user.id, handle: user.handle }))
        .sort((one, other) => one.handle.localeCompare(other.handle));
    const holdsKey = await holdsGroup(actor, tx, groups.wave(id));
    return { wave: found.value, holders: named(holders), waiting: named(waiting), holdsKey };
  });
}

/** An analyst who holds the key of a survey gives it to another of the team who came after it was approved. */
export function grantWaveKey(actor: Actor, id: WaveId, userId: string): Promise<Result<null>> {
  return recorded<null>(actor, async (tx, record) => {
    const found = await analystWave(actor, tx, doing(id));
    if (!found.ok) return found;
    const name = groups.wave(id);
    if (!(await holdsGroup(actor, tx, name))) return refuse(NO_KEY);
    const { waiting } = await waveReaders(tx, found.value);
    if (!waiting.includes(userId)) return refuse(NO_READER);
    await addMember(tx, name, await openGroup(actor, tx, name), await userRecipient(tx, userId));
    await record({ action: "wave.key-granted", subjectId: id, sealed: { to: userId } });
    return ok(null);
  });
}
