import { randomBytes } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import { openChest } from "#app/access/key-chest.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openAnalyticsKeys } from "#app/features/facets/analytics-keys.server.ts";
import { appendRecords } from "#app/features/facets/facet-inbox.server.ts";
import { withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import type { FacetIndex } from "#app/features/facets/facet-index.ts";
import type { FacetRecord } from "#app/features/facets/facet-record.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { createGroup, rotateGroup } from "#app/features/keyring/new-groups.server.ts";
import type { TeamId, UserId } from "#app/kernel/id.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import { newKeyPair } from "#app/platform/crypto/secret.server.ts";
import { inContext } from "#app/platform/db/in-context.server.ts";
import { setInstanceSecrets } from "#app/platform/instance-secrets.server.ts";

/** A coordinator with an open session. Holds no group key until a team is made with them. */
export function coordinator(teamId: TeamId): Actor {
  return {
    userId: newId<UserId>(),
    handle: "amber-heron-12",
    role: "intake",
    teamId,
    organisationId: null,
    isOwner: false,
    sessionId: newId(),
    keys: openChest(newKeyPair(), 1),
    submission: null,
  };
}

const memberOf = ({ userId, keys }: Actor) =>
  ({ kind: "user", id: userId, version: 1, publicKey: keys.user.publicKey }) as const;

/** A new team with an analytics key, and two coordinators who hold it. */
export async function newTeam(): Promise<{ teamId: TeamId; holder: Actor; other: Actor }> {
  const secret = () => randomBytes(32).toString("base64url");
  setInstanceSecrets({ pepper: secret(), directoryKey: secret() });
  const teamId = newId<TeamId>();
  const [holder, other] = [coordinator(teamId), coordinator(teamId)];
  await inContext({ role: "setup" }, (tx) =>
    createGroup(tx, groups.analytics(teamId), [memberOf(holder), memberOf(other)]),
  );
  return { teamId, holder, other };
}

export async function rotateAnalyticsKey(holder: Actor, members: readonly Actor[]): Promise<void> {
  await withActor(holder, async (tx) => {
    const { newest } = await openAnalyticsKeys(holder, tx, holder.teamId!);
    await rotateGroup(tx, groups.analytics(holder.teamId!), newest, members.map(memberOf));
  });
}

export function append(actor: Actor, records: readonly FacetRecord[]): Promise<void> {
  return withActor(actor, (tx) => appendRecords(tx, actor.teamId!, records));
}

export function look<T>(
  actor: Actor,
  work: (index: FacetIndex) => T extends PromiseLike<unknown> ? never : T,
): Promise<T> {
  return withActor(actor, (tx) => withFacetIndex<T>(actor, tx, [actor.teamId!], ([index]) => work(index!)));
}
