import { beforeAll, expect, test } from "vitest";
import { may } from "#app/access/policy.ts";
import { ROLES } from "#app/access/roles.ts";
import { findSession, inSessionContext, type OpenSession } from "#app/access/session.server.ts";
import { approveAuthenticator } from "#app/features/accounts/people/authenticator-reset-commands.server.ts";
import { readOwnOrganisation } from "#app/features/accounts/people/member-queries.server.ts";
import { lockAccount } from "#app/features/accounts/people/people-commands.server.ts";
import {
  beginAuthenticator,
  finishAuthenticator,
  newAuthenticatorOn,
} from "#app/features/accounts/sign-in/authenticator-commands.server.ts";
import { giveCode, givePassphrase } from "#app/features/accounts/sign-in/sign-in-commands.server.ts";
import { refuse } from "#app/kernel/result.ts";
import { totpAt } from "#app/platform/crypto/totp.server.ts";
import { DAY, heldClock, MINUTE } from "../../../support/clock.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { codeOf, newGuest, signedIn } from "../../../support/sign-in.ts";
import {
  actorFor,
  newColleague,
  newReporter,
  newWorld,
  type Person,
  valueFrom,
  type World,
} from "../../../support/world.ts";

const NOT_APPROVED = refuse({ kind: "conflict", code: "sign-in.authenticator.not-approved" });

onBothDatabases("a lost authenticator", () => {
  const clock = heldClock();
  let world: World;

  beforeAll(async () => {
    world = await newWorld();
  });

  const asGuardian = (at = 0) => actorFor(world.guardians[at]!, "guardian");
  const asIntake = (at = 0) => actorFor(world.coordinators[at]!, "intake", world.setUp.teamId);
  const withPassphrase = async (person: Person) => valueFrom(await givePassphrase(await newGuest(), person));
  const secretOn = (session: OpenSession) => newAuthenticatorOn(session)!.secret;
  const approveBoth = async ({ handle }: Person) => {
    expect(await approveAuthenticator(await asGuardian(), { handle })).toMatchObject({ value: { granted: false } });
    expect(await approveAuthenticator(await asIntake(), { handle })).toMatchObject({ value: { granted: true } });
  };

  test("is replaced by its person once a guardian and a coordinator agree, and keys stay as they are", async () => {
    const person = await newReporter(world, "Same Keys");
    clock.pass(MINUTE);
    const elsewhere = await signedIn(person);
    await approveBoth(person);
    const begun = valueFrom(await beginAuthenticator(await withPassphrase(person)));
    const secret = secretOn(begun);
    expect(secret).not.toBe(person.totpSecret);
    expect(await finishAuthenticator(begun, "000000")).toMatchObject({ refusal: { code: "sign-in.code.wrong" } });
    const member = valueFrom(await finishAuthenticator(begun, totpAt(secret, clock.now())));
    expect(member.content).toMatchObject({ stage: "member", userId: person.userId });
    expect(await inSessionContext((tx) => findSession(tx, elsewhere.token, clock.now()))).toBeNull();
    expect((await readOwnOrganisation(await actorFor(person, "reporter"))).name).toBe("Same Keys");
    clock.pass(MINUTE);
    expect((await giveCode(await withPassphrase(person), codeOf(person))).ok).toBe(false);
    expect((await giveCode(await withPassphrase(person), totpAt(secret, clock.now()))).ok).toBe(true);
  });

  test("takes a guardian's and a coordinator's word, not two of one kind, and nobody's twice", async () => {
    const { handle, ...person } = await newReporter(world, "Two Words");
    const whole = { handle, ...person };
    for (const at of [0, 1]) valueFrom(await approveAuthenticator(await asGuardian(at), { handle }));
    expect(await approveAuthenticator(await asGuardian(), { handle })).toMatchObject({
      refusal: { code: "people.second-person-required" },
    });
    expect(await beginAuthenticator(await withPassphrase(whole))).toEqual(NOT_APPROVED);
    valueFrom(await approveAuthenticator(await asIntake(1), { handle }));
    expect((await beginAuthenticator(await withPassphrase(whole))).ok).toBe(true);
  });

  test("is nobody's own to approve, and no other role's", async () => {
    const [guardian] = world.guardians;
    expect(await approveAuthenticator(await asGuardian(), guardian)).toMatchObject({
      refusal: { code: "people.not-yourself" },
    });
    const allowed = ROLES.filter((role) => may({ role, isOwner: true }, "authenticator.approve"));
    expect(allowed.toSorted()).toEqual(["guardian", "intake"]);
  });

  test("is replaced once: the words were about the one before", async () => {
    const person = await newReporter(world, "Used Once");
    await approveBoth(person);
    const begun = valueFrom(await beginAuthenticator(await withPassphrase(person)));
    const again = valueFrom(await beginAuthenticator(await withPassphrase(person)));
    valueFrom(await finishAuthenticator(begun, totpAt(secretOn(begun), clock.now())));
    expect(await finishAuthenticator(again, totpAt(secretOn(again), clock.now()))).toMatchObject({ ok: false });
    expect(await beginAuthenticator(await withPassphrase(person))).toEqual(NOT_APPROVED);
  });

  test("needs the passphrase: without it there is nobody to ask for", async () => {
    const person = await newReporter(world, "No Passphrase");
    await approveBoth(person);
    expect(await beginAuthenticator(await newGuest())).toEqual(
      refuse({ kind: "conflict", code: "sign-in.begin-again" }),
    );
  });

  test("is not replaced on words of the week before last, which can be given anew", async () => {
    const person = await newReporter(world, "Too Long Ago");
    await approveBoth(person);
    clock.pass(14 * DAY);
    expect(await beginAuthenticator(await withPassphrase(person))).toEqual(NOT_APPROVED);
    await approveBoth(person);
    expect((await beginAuthenticator(await withPassphrase(person))).ok).toBe(true);
  });

  test("is not replaced on the word of somebody whose account was locked meanwhile", async () => {
    const person = await newReporter(world, "Locked Word");
    const guardian = await newColleague(world, "guardian");
    valueFrom(await approveAuthenticator(await actorFor(guardian, "guardian"), person));
    valueFrom(await approveAuthenticator(await asIntake(), person));
    const begun = valueFrom(await beginAuthenticator(await withPassphrase(person)));
    valueFrom(await lockAccount(await actorFor(world.administrator, "administrator"), guardian.userId));
    expect(await finishAuthenticator(begun, totpAt(secretOn(begun), clock.now()))).toEqual(NOT_APPROVED);
  });

  test("of an account that is locked, or that nobody has, is nobody's to approve", async () => {
    const person = await newReporter(world, "Locked Person");
    valueFrom(await lockAccount(await actorFor(world.administrator, "administrator"), person.userId));
    for (const handle of [person.handle, "nobody-nowhere-10"])
      expect(await approveAuthenticator(await asIntake(), { handle })).toMatchObject({
        refusal: { kind: "invalid", fields: { handle: "people.authenticator.unknown" } },
      });
  });
});
