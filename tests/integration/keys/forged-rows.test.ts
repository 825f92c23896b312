import { beforeAll, beforeEach, expect, test } from "vitest";
import { sessionCookie } from "#app/access/cookie.ts";
import { afterResponse, type LoadContext } from "#app/access/load-context.ts";
import { inSessionContext, startSession } from "#app/access/session.server.ts";
import { visitOf } from "#app/access/visit.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { grantSubject, grantText } from "#app/features/accounts/invitation/invitation.ts";
import { inviteOrganisation } from "#app/features/accounts/invitation/invitation-commands.server.ts";
import { listProposals } from "#app/features/accounts/invitation/invitation-queries.server.ts";
import { redemptionOn, shelfWith } from "#app/features/accounts/invitation/redemption.ts";
import { beginRedemption, finishRedemption } from "#app/features/accounts/invitation/redemption-commands.server.ts";
import { proposeColleague } from "#app/features/accounts/invitation/staff-invitation-commands.server.ts";
import { grantWaitingKeys } from "#app/features/accounts/people/key-grants.server.ts";
import { memberContent } from "#app/features/accounts/sign-in/sign-in-commands.server.ts";
import { assessment } from "#app/features/cases/case-seals.server.ts";
import { addNote } from "#app/features/cases/casework/triage-commands.server.ts";
import { withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import { rowCount } from "#app/features/facets/facet-index.ts";
import { encodeRecord } from "#app/features/facets/facet-record.ts";
import { KeyNotHeld, openGroup, publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { groupRecipient } from "#app/features/keyring/object-keys.server.ts";
import { groupWrapContext, wrapContext } from "#app/features/keyring/wrap-context.ts";
import { codeSubkey, hashCode, newCode, newId } from "#app/platform/crypto/codes.server.ts";
import { sealField } from "#app/platform/crypto/fields.server.ts";
import { approvalHash } from "#app/platform/crypto/hash.server.ts";
import { newKeyPair, newSecretKey } from "#app/platform/crypto/secret.server.ts";
import { sealWrap } from "#app/platform/crypto/wraps.server.ts";
import { onDatabase } from "../../support/database.ts";
import { sendReport } from "../../support/reports.ts";
import { codeOf, newGuest } from "../../support/sign-in.ts";
import { actorFor, newReporter, newWorld, type Person, redeem, valueFrom, type World } from "../../support/world.ts";

/*
 * Somebody who may write every row of the database, and has an ordinary account of the product besides: what such a
 * person puts in must never open a key, nor make anybody else seal to it.
 */
onDatabase("embedded", "rows that somebody put into the database by hand", (db) => {
  let world: World;
  let intruder: Person;
  const team = () => groups.team(world.setUp.teamId);
  const coordinator = () => actorFor(world.coordinators[0], "intake", world.setUp.teamId);
  const holders = async (name: string) =>
    (await db.sql("SELECT recipient_id AS who FROM wraps WHERE object_kind = 'group' AND object_id = $1", [name])).map(
      ({ who }) => who,
    );

  beforeAll(async () => {
    world = await newWorld();
    intruder = await newReporter(world, "Not What It Seems");
  });
  beforeEach(() => db.sql("DELETE FROM hats WHERE role = 'intake' AND user_id = $1", [intruder.userId]));

  const putOnHat = (id: string) =>
    db.sql("INSERT INTO hats (id, user_id, role, team_id) VALUES ($1, $2, 'intake', $3)", [
      id,
      intruder.userId,
      world.setUp.teamId,
    ]);

  async function visit(person: string, privateKey: ReturnType<typeof newSecretKey>) {
    const { token } = await inSessionContext((tx) =>
      startSession(tx, memberContent(person, null, Date.now()), privateKey),
    );
    const request = new Request("http://127.0.0.1/", { headers: { Cookie: sessionCookie(token) } });
    const after = afterResponse((error) => {
      throw error;
    });
    const context: LoadContext = { nonce: "", pathOf: () => null, afterResponse: after };
    const { actor, hats } = await visitOf(request, context);
    return { actor, roles: hats.map(({ role }) => role) };
  }

  test("a hat brings no key of its group", async () => {
    await putOnHat(newId());
    valueFrom(await grantWaitingKeys(await coordinator()));
    expect(await holders(team())).not.toContain(intruder.userId);
  });

  test("a hat is not worn, nor a real one with another role", async () => {
    await putOnHat(newId());
    const key = () => {
      const secret = newSecretKey();
      secret.set(intruder.privateKey);
      return secret;
    };
    expect((await visit(intruder.userId, key())).roles).toEqual(["reporter"]);
    await db.sql("UPDATE hats SET role = 'guardian' WHERE user_id = $1", [intruder.userId]);
    expect((await visit(intruder.userId, key())).actor).toBeNull();
    await db.sql("DELETE FROM hats WHERE role = 'intake' AND user_id = $1", [intruder.userId]);
    await db.sql("UPDATE hats SET role = 'reporter' WHERE user_id = $1", [intruder.userId]);
    expect((await visit(intruder.userId, key())).roles).toEqual(["reporter"]);
  });

  test("a session in another's name, under a key of one's own, is nobody's", async () => {
    expect((await visit(world.guardians[0].userId, newSecretKey())).actor).toBeNull();
  });

  test("approvals open no invitation", async () => {
    const { code } = valueFrom(
      await proposeColleague(await actorFor(world.administrator, "administrator"), {
        role: "intake",
        teamId: world.setUp.teamId,
      }),
    );
    const [row] = await db.sql(
      "SELECT id::text, role, team_id::text AS team FROM invitations WHERE state = 'proposed'",
    );
    const invitation = { id: String(row?.id), role: String(row?.role), teamId: String(row?.team) };
    const subject = grantSubject(invitation.id);
    for (const { userId } of [world.guardians[0], world.coordinators[0]])
      await db.sql(
        "INSERT INTO approvals (id, user_id, subject, text_hash, week) VALUES ($1, $2, $3, $4, '2026-01-05')",
        [newId(), userId, subject, approvalHash(subject, grantText(invitation))],
      );
    await db.sql("UPDATE invitations SET state = 'open' WHERE id = $1", [invitation.id]);
    expect((await beginRedemption(await newGuest(), code)).ok).toBe(false);
    await db.sql("DELETE FROM invitations WHERE id = $1", [invitation.id]);
  });

  test("an invitation lets nobody in, whatever it invites to", async () => {
    const victim = await actorFor(await newReporter(world, "Riverside Legal Clinic"), "reporter");
    const invitation = async (kind: string, role: string, state: string, organisationId: string | null) => {
      const [code, id] = [newCode(), newId()];
      const payload = { kind, role, teamLabel: null, organisationName: null, profileKey: null };
      const place = { table: "invitations", column: "sealed", rowId: id };
      const sealed = sealField(codeSubkey(code, "invitation"), place, JSON.stringify(payload));
      await db.sql(
        `INSERT INTO invitations (id, kind, code_hash, role, organisation_id, is_owner, sealed, state, expires_on)
          VALUES ($1, $2, $3, $4, $5, true, $6, $7, '2999-01-01')`,
        [id, kind, hashCode(code), role, organisationId, sealed, state],
      );
      return { id, code };
    };
    const member = await invitation("member", "reporter", "open", victim.organisationId);
    expect((await beginRedemption(await newGuest(), member.code)).ok).toBe(false);
    const staff = await invitation("organisation", "guardian", "open", null);
    expect((await beginRedemption(await newGuest(), staff.code)).ok).toBe(false);
    const proposal = await invitation("staff", "intake", "proposed", null);
    expect((await listProposals(await coordinator())).map(({ id }) => id)).not.toContain(proposal.id);
  });

  test("a session that claims to have opened another's invitation joins nothing", async () => {
    const wanted = valueFrom(await inviteOrganisation(await coordinator(), { name: "Wanted", country: null }));
    const own = valueFrom(await inviteOrganisation(await coordinator(), { name: "Own", country: null }));
    const begun = valueFrom(await beginRedemption(await newGuest(), own.code));
    const redemption = redemptionOn(begun.content.shelf)!;
    const [row] = await db.sql("SELECT id::text FROM invitations WHERE code_hash = $1", [hashCode(wanted.code)]);
    const claim = { ...redemption, invitationId: String(row?.id), confirmed: true };
    const forged = { ...begun, content: { ...begun.content, shelf: shelfWith(claim) } };
    expect((await finishRedemption(forged, codeOf(redemption.secrets))).ok).toBe(false);
    expect((await redeem(wanted.code)).handle).not.toBe(redemption.secrets.handle);
  });

  test("a wrap of a key of one's own does not take the place of a case's: what is noted there stays the team's", async () => {
    const caseId = await sendReport(await actorFor(await newReporter(world, "Harbour Archive"), "reporter"));
    const group = await withActor(await coordinator(), (tx) => publicKeyOf(tx, team()));
    const own = newSecretKey();
    const recipient = groupRecipient(group);
    const sealed = sealWrap(group.publicKey, wrapContext("notes", caseId, 1, recipient), own);
    await db.sql("UPDATE wraps SET sealed = $1 WHERE object_kind = 'notes' AND object_id = $2", [sealed, caseId]);
    const guess = { status: "received", assignedUserId: null } as never;
    await db.sql("UPDATE case_assessments SET sealed = $1 WHERE case_id = $2", [
      assessment.seal(own, caseId, guess),
      caseId,
    ]);
    await expect(addNote(await coordinator(), caseId, { text: "for the team alone" })).rejects.toThrow(KeyNotHeld);
  });

  test("a record of facets enters no index", async () => {
    const { teamId } = world.setUp;
    const name = groups.analytics(teamId);
    const actor = await coordinator();
    const rows = () => withActor(actor, (tx) => withFacetIndex(actor, tx, [teamId], ([index]) => rowCount(index!)));
    const before = await rows();
    const { publicKey, version } = await withActor(actor, (tx) => publicKeyOf(tx, name));
    const record = encodeRecord({ caseId: newId(), version: 1 }, "counted", { cohort: 1 });
    const context = wrapContext("facets", teamId, 1, { kind: "group", id: name, version });
    await db.sql("INSERT INTO facet_inbox (id, team_id, key_version, sealed) VALUES ($1, $2, $3, $4)", [
      newId(),
      teamId,
      version,
      sealWrap(publicKey, context, record),
    ]);
    expect(await rows()).toBe(before);
  });

  test("a wrap of a key of one's own does not pass for the group's", async () => {
    const actor = await coordinator();
    const analytics = groups.analytics(world.setUp.teamId);
    const recipient = { kind: "user", id: actor.userId, version: 1 } as const;
    const forged = sealWrap(
      actor.keys.user.publicKey,
      groupWrapContext(analytics, 1, recipient),
      newKeyPair().privateKey,
    );
    await db.sql("UPDATE wraps SET sealed = $1 WHERE object_id = $2 AND recipient_id = $3", [
      forged,
      analytics,
      actor.userId,
    ]);
    await expect(withActor(actor, (tx) => openGroup(actor, tx, analytics))).rejects.toThrow(KeyNotHeld);
  });
});
