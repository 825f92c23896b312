import { beforeAll, expect, test } from "vitest";
import { findSession, inSessionContext, type OpenSession } from "#app/access/session.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import {
  inviteMember,
  inviteOrganisation,
  inviteOrganisationAgain,
  withdrawInvitation,
} from "#app/features/accounts/invitation/invitation-commands.server.ts";
import { listOrganisations } from "#app/features/accounts/invitation/invitation-queries.server.ts";
import { redemptionOn } from "#app/features/accounts/invitation/redemption.ts";
import {
  beginRedemption,
  confirmWords,
  finishRedemption,
} from "#app/features/accounts/invitation/redemption-commands.server.ts";
import { grantWaitingKeys } from "#app/features/accounts/people/key-grants.server.ts";
import { removeMember } from "#app/features/accounts/people/member-commands.server.ts";
import { readOwnOrganisation } from "#app/features/accounts/people/member-queries.server.ts";
import { holdsGroup } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { ok, refuse } from "#app/kernel/result.ts";
import { DAY, heldClock } from "../../../support/clock.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { codeOf, newGuest, signedIn } from "../../../support/sign-in.ts";
import { actorFor, newReporter, newWorld, type Person, redeem, valueFrom, type World } from "../../../support/world.ts";

const NO_SUCH_CODE = refuse({ kind: "invalid", code: "join.code.unknown", fields: { code: "join.code.unknown" } });

onBothDatabases("joining", (db) => {
  const clock = heldClock();
  let world: World;
  beforeAll(async () => {
    world = await newWorld();
  });

  const coordinator = () => actorFor(world.coordinators[0], "intake", world.setUp.teamId);
  const holdsOwnKey = async (person: Person) => {
    const actor = await actorFor(person, "reporter");
    return withActor(actor, (tx) => holdsGroup(actor, tx, groups.organisation(String(actor.organisationId))));
  };
  const memberOf = async (owner: Person, isOwner = false) =>
    redeem(valueFrom(await inviteMember(await actorFor(owner, "reporter"), { isOwner })).code);
  /** Begun, and the words confirmed: only the first code is missing. */
  async function almostJoined(code: string): Promise<OpenSession> {
    const begun = valueFrom(await beginRedemption(await newGuest(), code));
    const { secrets, asked } = redemptionOn(begun.content.shelf)!;
    const words = secrets.passphrase.split(" ");
    valueFrom(
      await confirmWords(
        begun,
        asked.map((place) => words[place]!),
      ),
    );
    const confirmed = await inSessionContext((tx) => findSession(tx, begun.token, clock.now()));
    return confirmed!;
  }

  test("makes the account only when words and first code are given, and then all of it", async () => {
    const { code } = valueFrom(await inviteOrganisation(await coordinator(), { name: "Harbour Watch", country: "KE" }));
    const begun = valueFrom(await beginRedemption(await newGuest(), code.toLowerCase().replaceAll("-", " ")));
    const { secrets, asked, payload } = redemptionOn(begun.content.shelf)!;
    expect(payload).toMatchObject({ kind: "organisation", role: "reporter", organisationName: "Harbour Watch" });
    expect(await finishRedemption(begun, codeOf(secrets))).toEqual(
      refuse({ kind: "conflict", code: "join.begin-again" }),
    );
    expect(await confirmWords(begun, ["zoo", "zoo", "zoo"])).toMatchObject({ refusal: { code: "join.words.wrong" } });
    const words = secrets.passphrase.split(" ");
    expect(
      await confirmWords(
        begun,
        asked.map((place) => ` ${words[place]!.slice(0, 4).toUpperCase()} `),
      ),
    ).toEqual(ok(null));
    const confirmed = (await inSessionContext((tx) => findSession(tx, begun.token, clock.now())))!;
    expect(await finishRedemption(confirmed, "123")).toMatchObject({ refusal: { code: "sign-in.code.wrong" } });
    expect(await db.sql("SELECT id FROM users WHERE handle = $1", [secrets.handle])).toEqual([]);
    const member = valueFrom(await finishRedemption(confirmed, codeOf(secrets)));
    expect(member.content).toMatchObject({ stage: "member", shelf: {} });
    clock.pass(60_000);
    expect((await signedIn({ ...secrets, userId: "", privateKey: new Uint8Array() })).content.stage).toBe("member");
  });

  test("lets an organisation's first member own it, and read what its team knows of it", async () => {
    const owner = await newReporter(world, "Riverside Legal Clinic");
    const organisation = await readOwnOrganisation(await actorFor(owner, "reporter"));
    expect(organisation).toMatchObject({ name: "Riverside Legal Clinic", invitations: [] });
    expect(organisation.members).toMatchObject([{ handle: owner.handle, isOwner: true, isSelf: true, hasKey: true }]);
    const listed = await listOrganisations(await coordinator());
    expect(listed.find(({ name }) => name === "Riverside Legal Clinic")).toMatchObject({
      state: "confirmed",
      invitation: null,
    });
  });

  test("answers an unknown, a used, a withdrawn and an expired code alike", async () => {
    const actor = await coordinator();
    const invite = async (name: string) => valueFrom(await inviteOrganisation(actor, { name, country: null })).code;
    const used = await invite("Used");
    await redeem(used);
    const withdrawn = await invite("Withdrawn");
    const waiting = (await listOrganisations(actor)).find(({ name }) => name === "Withdrawn");
    valueFrom(await withdrawInvitation(actor, waiting!.invitation!.id, "organisation"));
    const expired = await invite("Expired");
    for (const code of ["", "no code at all", "AAAA-AAAA-AAAA-AAAA-AAAA", used, withdrawn])
      expect(await beginRedemption(await newGuest(), code)).toEqual(NO_SUCH_CODE);
    clock.pass(7 * DAY);
    expect((await beginRedemption(await newGuest(), expired)).ok).toBe(true);
    clock.pass(DAY);
    expect(await beginRedemption(await newGuest(), expired)).toEqual(NO_SUCH_CODE);
  });

  test("takes a new code in place of a lost one", async () => {
    const actor = await coordinator();
    const { code: lost } = valueFrom(await inviteOrganisation(actor, { name: "Twice Asked", country: "FR" }));
    const listed = (await listOrganisations(actor)).find(({ name }) => name === "Twice Asked")!;
    const { code } = valueFrom(await inviteOrganisationAgain(actor, listed.id));
    expect(await beginRedemption(await newGuest(), lost)).toEqual(NO_SUCH_CODE);
    const owner = await redeem(code);
    expect((await readOwnOrganisation(await actorFor(owner, "reporter"))).name).toBe("Twice Asked");
    expect(await inviteOrganisationAgain(actor, listed.id)).toMatchObject({ refusal: { code: "organisation.none" } });
  });

  test("is for one, where two redeem a code at the same moment", async () => {
    const { code } = valueFrom(await inviteOrganisation(await coordinator(), { name: "Contested", country: null }));
    const sessions = [await almostJoined(code), await almostJoined(code)];
    const answers = await Promise.all(
      sessions.map((session) => finishRedemption(session, codeOf(redemptionOn(session.content.shelf)!.secrets))),
    );
    expect(answers.filter(({ ok: isJoined }) => isJoined)).toHaveLength(1);
    expect(answers).toContainEqual(refuse({ kind: "conflict", code: "join.already-used" }));
    const handles = sessions.map(({ content }) => redemptionOn(content.shelf)!.secrets.handle);
    const made = await db.sql("SELECT count(*)::int AS made FROM users WHERE handle = ANY($1)", [handles]);
    expect(made).toEqual([{ made: 1 }]);
  });

  test("gives a further member the organisation's key in an owner's later request, never in another member's", async () => {
    const owner = await newReporter(world, "Three Members");
    const first = await memberOf(owner);
    expect(await holdsOwnKey(first)).toBe(false);
    expect(valueFrom(await grantWaitingKeys(await actorFor(owner, "reporter")))).toEqual({ granted: 1 });
    expect(await holdsOwnKey(first)).toBe(true);
    const second = await memberOf(owner);
    expect(valueFrom(await grantWaitingKeys(await actorFor(first, "reporter")))).toEqual({ granted: 0 });
    expect(await holdsOwnKey(second)).toBe(false);
  });

  test("is undone by an owner: the member is out at once and the key gets its next version", async () => {
    const owner = await newReporter(world, "Somebody Leaves");
    const stays = await memberOf(owner, true);
    const leaves = await memberOf(owner);
    const asOwner = await actorFor(owner, "reporter");
    valueFrom(await grantWaitingKeys(asOwner));
    clock.pass(60_000);
    const session = await signedIn(leaves);
    valueFrom(await removeMember(asOwner, leaves.userId));
    expect(await inSessionContext((tx) => findSession(tx, session.token, clock.now()))).toBeNull();
    await expect(actorFor(leaves, "reporter")).rejects.toThrow();
    valueFrom(await grantWaitingKeys(asOwner));
    const name = groups.organisation(String(asOwner.organisationId));
    const wraps = await db.sql(
      "SELECT object_version AS version, recipient_id AS who FROM wraps WHERE object_id = $1 AND recipient_kind = 'user'",
      [name],
    );
    expect(wraps.filter(({ who }) => who === leaves.userId)).toEqual([]);
    expect(
      wraps
        .filter(({ version }) => version === 2)
        .map(({ who }) => who)
        .sort(),
    ).toEqual([owner.userId, stays.userId].sort());
    expect((await readOwnOrganisation(await actorFor(stays, "reporter"))).name).toBe("Somebody Leaves");
  });

  test("cannot be undone by who is no owner, nor for oneself, nor in another organisation", async () => {
    const owner = await newReporter(world, "Own House");
    const stranger = await newReporter(world, "Other House");
    const member = await memberOf(owner);
    const asOwner = await actorFor(owner, "reporter");
    expect(await removeMember(asOwner, owner.userId)).toMatchObject({ refusal: { code: "people.not-yourself" } });
    expect(await removeMember(asOwner, stranger.userId)).toMatchObject({ refusal: { code: "people.none" } });
    const asMember = await actorFor(member, "reporter");
    expect(await removeMember(asMember, owner.userId)).toMatchObject({ refusal: { code: "people.none" } });
    expect(await db.sql("SELECT count(*)::int AS hats FROM hats WHERE user_id = $1", [owner.userId])).toEqual([
      { hats: 1 },
    ]);
  });
});
