import type { Actor } from "#app/access/actor.ts";
import type { Role } from "#app/access/roles.ts";
import { inSessionContext, startSession } from "#app/access/session.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { memberContent } from "#app/features/accounts/sign-in/sign-in-commands.server.ts";
import { insertWork } from "#app/features/briefings/work/briefing-work-rows.server.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { lockAway } from "#app/platform/crypto/secret.server.ts";
import { beginWork } from "#app/platform/long-work/long-works.server.ts";
import { actorFor, type Person } from "./world.ts";

/** Somebody at work in a session that stands in the database and can end. */
export async function signedInActor(person: Person, role: Role): Promise<Actor> {
  const content = memberContent(person.userId, null, Date.now());
  const session = await inSessionContext((tx) => startSession(tx, content, lockAway(person.privateKey.slice())));
  return { ...(await actorFor(person, role)), sessionId: session.id };
}

/** The row of a work that nobody does, for looking at it without haste. */
export async function workUnderWay(actor: Actor, briefingId: BriefingId): Promise<void> {
  const now = Date.now();
  const work = { kind: "compute", by: actor.userId, begunAt: now, step: "searching", beatAt: now + 600_000 } as const;
  await withActor(actor, (tx) => insertWork(actor, tx, briefingId, { ...work, end: null }));
}

/** Works of nobody in all places, so that the next one waits its turn. @returns ends them */
export function takeAllPlaces(): () => void {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const now = Date.now();
  const work = { until: now + 600_000, seconds: 600, run: () => held, beat: async () => {}, close: () => {} };
  for (const id of ["one", "other"]) beginWork({ ...work, id, sessionId: id }, now);
  return letGo;
}
