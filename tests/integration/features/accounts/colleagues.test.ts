import { afterEach, beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { hatIdFor } from "#app/access/genuine.server.ts";
import { findSession, inSessionContext } from "#app/access/session.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { withdrawInvitation } from "#app/features/accounts/invitation/invitation-commands.server.ts";
import { listProposals } from "#app/features/accounts/invitation/invitation-queries.server.ts";
import { beginRedemption } from "#app/features/accounts/invitation/redemption-commands.server.ts";
import {
  approveColleague,
  proposeColleague,
} from "#app/features/accounts/invitation/staff-invitation-commands.server.ts";
import { grantWaitingKeys } from "#app/features/accounts/people/key-grants.server.ts";
import { lockAccount } from "#app/features/accounts/people/people-commands.server.ts";
import { listReporters, listStaff } from "#app/features/accounts/people/people-queries.server.ts";
import { holdsGroup, openGroup, openGroupVersion } from "#app/features/keyring/group-keys.server.ts";
import { type GroupName, groups } from "#app/features/keyring/group-name.ts";
import { ok, refuse } from "#app/kernel/result.ts";
import { heldClock } from "../../../support/clock.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { newGuest, signedIn } from "../../../support/sign-in.ts";
import {
  actorFor,
  newColleague,
  newReporter,
  newWorld,
  redeem,
  valueFrom,
  type World,
} from "../../../support/world.ts";

onBothDatabases("a colleague", (db) => {
  const clock = heldClock();
  let world: World;
  beforeAll(async () => {
    world = await newWorld();
  });
  afterEach(() => db.sql("UPDATE invitations SET state = 'withdrawn' WHERE state = 'proposed'"));

  const administrator = () => actorFor(world.administrator, "administrator");
  const guardian = (at: 0 | 1 = 0) => actorFor(world.guardians[at], "guardian");
  const coordinator = (at: 0 | 1 = 0) => actorFor(world.coordinators[at], "intake", world.setUp.teamId);
  const holds = (actor: Actor, name: GroupName) => withActor(actor, (tx) => holdsGroup(actor, tx, name));
  /** A proposed analyst of the first team. */
  async function proposed() {
    const before = (await listProposals(await guardian())).map(({ id }) => id);
    const { code } = valueFrom(
      await proposeColleague(await administrator(), { role: "analyst", teamId: world.setUp.teamId }),
    );
    const added = (await listProposals(await guardian())).find(({ id }) => !before.includes(id));
    return { code, id: added!.id };
  }

  test("gets in when a guardian and a coordinator have approved, in either order", async () => {
    const one = await proposed();
    const other = await proposed();
    expect((await beginRedemption(await newGuest(), one.code)).ok).toBe(false);
    expect(await approveColleague(await guardian(), one.id)).toEqual(ok({ open: false }));
    expect((await beginRedemption(await newGuest(), one.code)).ok).toBe(false);
    expect(await approveColleague(await coordinator(), one.id)).toEqual(ok({ open: true }));
    expect((await beginRedemption(await newGuest(), one.code)).ok).toBe(true);
    expect(await approveColleague(await coordinator(), other.id)).toEqual(ok({ open: false }));
    expect(await approveColleague(await guardian(), other.id)).toEqual(ok({ open: true }));
  });

  test("is not let in by one person twice, nor by two of the same role", async () => {
    const { id, code } = await proposed();
    const twice = refuse({ kind: "conflict", code: "people.second-person-required" });
    expect(await approveColleague(await guardian(), id)).toEqual(ok({ open: false }));
    expect(await approveColleague(await guardian(), id)).toEqual(twice);
    expect(await approveColleague(await guardian(1), id)).toEqual(ok({ open: false }));
    expect((await beginRedemption(await newGuest(), code)).ok).toBe(false);
  });

  test("is not let in by one person with both hats", async () => {
    const [{ userId }] = world.guardians;
    const { teamId } = world.setUp;
    const id = hatIdFor({ userId, role: "intake", teamId });
    await db.sql("INSERT INTO hats (id, user_id, role, team_id) VALUES ($1, $2, 'intake', $3)", [id, userId, teamId]);
    const proposal = await proposed();
    expect(await approveColleague(await guardian(), proposal.id)).toEqual(ok({ open: false }));
    const sameInOtherHat = await actorFor(world.guardians[0], "intake", world.setUp.teamId);
    expect(await approveColleague(sameInOtherHat, proposal.id)).toMatchObject({
      refusal: { code: "people.second-person-required" },
    });
    await db.sql("DELETE FROM hats WHERE user_id = $1 AND role = 'intake'", [userId]);
  });

  test("stays outside when role or team were changed after the approval", async () => {
    const { id, code } = await proposed();
    valueFrom(await approveColleague(await guardian(), id));
    await db.sql("UPDATE invitations SET role = 'guardian', team_id = NULL WHERE id = $1", [id]);
    expect(await approveColleague(await coordinator(), id)).toMatchObject({ refusal: { code: "invitation.none" } });
    await db.sql("UPDATE invitations SET state = 'open' WHERE id = $1", [id]);
    expect((await beginRedemption(await newGuest(), code)).ok).toBe(false);
  });

  test("can be called back before the code is used", async () => {
    const { id, code } = await proposed();
    valueFrom(await approveColleague(await guardian(), id));
    valueFrom(await withdrawInvitation(await administrator(), id, "staff"));
    expect(await approveColleague(await coordinator(), id)).toMatchObject({ refusal: { code: "people.not-waiting" } });
    expect((await beginRedemption(await newGuest(), code)).ok).toBe(false);
  });

  test("has no key until a holder's request, and then those of the role", async () => {
    const { id, code } = await proposed();
    valueFrom(await approveColleague(await guardian(), id));
    valueFrom(await approveColleague(await coordinator(), id));
    const person = await redeem(code);
    const analytics = groups.analytics(world.setUp.teamId);
    expect(await holds(await actorFor(person, "analyst"), analytics)).toBe(false);
    valueFrom(await grantWaitingKeys(await coordinator()));
    expect(await holds(await actorFor(person, "analyst"), analytics)).toBe(true);
    expect(await holds(await actorFor(person, "analyst"), "editorial")).toBe(false);
    valueFrom(await grantWaitingKeys(await guardian()));
    expect(await holds(await actorFor(person, "analyst"), "editorial")).toBe(true);
    expect(await holds(await actorFor(person, "analyst"), groups.team(world.setUp.teamId))).toBe(false);
  });

  test("who is locked loses sessions and keys at once, and the next holder's request renews the groups", async () => {
    const analyst = await newColleague(world, "analyst");
    const stays = await newColleague(world, "analyst");
    const analytics = groups.analytics(world.setUp.teamId);
    clock.pass(60_000);
    const session = await signedIn(analyst);
    valueFrom(await lockAccount(await administrator(), analyst.userId));
    expect(await inSessionContext((tx) => findSession(tx, session.token, clock.now()))).toBeNull();
    expect(await db.sql("SELECT id FROM wraps WHERE recipient_id = $1", [analyst.userId])).toEqual([]);
    expect((await listStaff(await guardian())).rotationsDue).toBe(2);
    valueFrom(await grantWaitingKeys(await guardian()));
    expect((await listStaff(await guardian())).rotationsDue).toBe(0);
    for (const actor of [
      await actorFor(stays, "analyst"),
      await coordinator(),
      await coordinator(1),
      await guardian(1),
    ]) {
      const versions = await withActor(actor, async (tx) => [
        (await openGroup(actor, tx, analytics)).version,
        (await openGroupVersion(actor, tx, analytics, 1)).version,
      ]);
      expect(versions).toEqual([2, 1]);
    }
    expect(await db.sql("SELECT id FROM wraps WHERE recipient_id = $1", [analyst.userId])).toEqual([]);
  });

  test("who sees only the own hats renews no key, for it would be sealed to nobody else", async () => {
    const [first, second] = [await newColleague(world, "editor"), await newColleague(world, "editor")];
    valueFrom(await lockAccount(await administrator(), first.userId));
    const editor = await actorFor(second, "editor");
    expect(valueFrom(await grantWaitingKeys(editor))).toEqual({ granted: 0 });
    expect(await holds(await guardian(), "editorial")).toBe(true);
    expect((await listStaff(await guardian())).rotationsDue).toBeGreaterThan(0);
    valueFrom(await grantWaitingKeys(await guardian()));
    expect(await holds(await actorFor(second, "editor"), "editorial")).toBe(true);
  });

  test("nobody locks the own account, or one twice", async () => {
    const { administrator: person } = world;
    expect(await lockAccount(await administrator(), person.userId)).toMatchObject({
      refusal: { code: "people.not-yourself" },
    });
    const reporter = await newReporter(world, "Locked Twice");
    valueFrom(await lockAccount(await administrator(), reporter.userId));
    expect(await lockAccount(await administrator(), reporter.userId)).toMatchObject({
      refusal: { code: "people.none" },
    });
  });

  test("is on the list of people with what is held and what is due", async () => {
    const lead = await newColleague(world, "lead");
    const { colleagues, crowdedTeams } = await listStaff(await administrator());
    const row = (handle: string) => colleagues.find((one) => one.handle === handle);
    expect(row(lead.handle)).toMatchObject({
      isLocked: false,
      keys: { due: 0, held: 0 },
      hats: [{ role: "lead", team: { label: "Europa", walled: false } }],
    });
    expect(row(world.coordinators[0].handle)).toMatchObject({ keys: { due: 5, held: 5 } });
    expect(row(world.administrator.handle)).toMatchObject({ isSelf: true });
    expect(crowdedTeams).toEqual([]);
    expect((await listReporters(await administrator())).some(({ isLocked }) => isLocked)).toBe(true);
  });
});
