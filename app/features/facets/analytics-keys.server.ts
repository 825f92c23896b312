import type { Actor } from "#app/access/actor.ts";
import { type GroupKey, openGroup, openGroupVersion } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

/** The analytics keys of one team as its holder has them: the newest, and every one before. */
export interface AnalyticsKeys {
  readonly teamId: string;
  readonly newest: GroupKey;
  at(version: number): Promise<GroupKey>;
}

/** @throws KeyNotHeld */
export async function openAnalyticsKeys(actor: Actor, tx: Transaction, teamId: string): Promise<AnalyticsKeys> {
  const name = groups.analytics(teamId);
  const newest = await openGroup(actor, tx, name);
  const known = new Map([[newest.version, Promise.resolve(newest)]]);
  const at = (version: number) => {
    const key = known.get(version) ?? openGroupVersion(actor, tx, name, version);
    known.set(version, key);
    return key;
  };
  return { teamId, newest, at };
}
