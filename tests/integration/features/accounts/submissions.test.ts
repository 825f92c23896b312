import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { inviteOrganisation } from "#app/features/accounts/invitation/invitation-commands.server.ts";
import { lockAccount } from "#app/features/accounts/people/people-commands.server.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { actorFor, newWorld, valueFrom, type World } from "../../../support/world.ts";

onBothDatabases("a form that is sent more than once", (db) => {
  let world: World;
  let coordinator: Actor;
  beforeAll(async () => {
    world = await newWorld();
    coordinator = await actorFor(world.coordinators[0], "intake", world.setUp.teamId);
  });

  const sending = (token: string, action = "/organisations/invite"): Actor => ({
    ...coordinator,
    submission: { token, action, commands: 0 },
  });
  const organisations = async () => (await db.sql("SELECT count(*)::int AS n FROM organisations"))[0]?.n;
  const invite = (actor: Actor) => inviteOrganisation(actor, { name: "Sent Often", country: null });

  test("acts once, and everybody who sent it gets the first answer", async () => {
    const before = Number(await organisations());
    const answers = await Promise.all(Array.from({ length: 20 }, () => invite(sending("one token"))));
    expect(new Set(answers.map((answer) => valueFrom(answer).code)).size).toBe(1);
    expect(await organisations()).toBe(before + 1);
    const entries = await db.sql("SELECT count(*)::int AS n FROM audit_entries WHERE class = 'organisation'");
    expect(entries).toEqual([{ n: before + 1 }]);
  });

  test("acts once also for the same person in another session, who is told that it was sent", async () => {
    valueFrom(await invite(sending("before signing in again")));
    const before = await organisations();
    const later = { ...sending("before signing in again"), sessionId: "another-session" };
    expect(await invite(later)).toMatchObject({ refusal: { kind: "conflict", code: "form.already-sent" } });
    expect(await organisations()).toBe(before);
  });

  test("acts again as another form, or at another place", async () => {
    const first = valueFrom(await invite(sending("first")));
    expect(valueFrom(await invite(sending("first"))).code).toBe(first.code);
    expect(valueFrom(await invite(sending("second"))).code).not.toBe(first.code);
    expect(valueFrom(await invite(sending("first", "/elsewhere"))).code).not.toBe(first.code);
  });

  test("may be sent again after it was refused, for then nothing was done", async () => {
    const administrator = await actorFor(world.administrator, "administrator");
    const form = { ...administrator, submission: { token: "refused", action: "/people", commands: 0 } };
    expect((await lockAccount(form, administrator.userId)).ok).toBe(false);
    expect((await lockAccount({ ...form, submission: { ...form.submission } }, world.guardians[1].userId)).ok).toBe(
      true,
    );
  });
});
