import { beforeAll, expect, test } from "vitest";
import { findSession, inSessionContext } from "#app/access/session.server.ts";
import { lockAccount } from "#app/features/accounts/people/people-commands.server.ts";
import { readAccount } from "#app/features/accounts/sign-in/account-queries.server.ts";
import { giveCode, givePassphrase, signOut } from "#app/features/accounts/sign-in/sign-in-commands.server.ts";
import { refuse } from "#app/kernel/result.ts";
import { totpAt } from "#app/platform/crypto/totp.server.ts";
import { HOUR, heldClock, MINUTE, SECOND } from "../../../support/clock.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { codeOf, newGuest, signedIn } from "../../../support/sign-in.ts";
import { actorFor, newReporter, newWorld, type Person, valueFrom, type World } from "../../../support/world.ts";

const WRONG = refuse({ kind: "invalid", code: "sign-in.wrong", fields: { handle: "sign-in.wrong" } });
const WRONG_CODE = refuse({ kind: "invalid", code: "sign-in.code.wrong", fields: { code: "sign-in.code.wrong" } });

onBothDatabases("signing in", (db) => {
  const clock = heldClock();
  let world: World;
  let reporter: Person;
  beforeAll(async () => {
    world = await newWorld();
    reporter = await newReporter(world);
  });

  test("takes passphrase and code, and gives a new token at each stage", async () => {
    clock.pass(MINUTE);
    const guest = await newGuest();
    const begun = valueFrom(await givePassphrase(guest, { ...reporter, handle: ` ${reporter.handle.toUpperCase()} ` }));
    const member = valueFrom(await giveCode(begun, codeOf(reporter)));
    expect(new Set([guest.token, begun.token, member.token]).size).toBe(3);
    const found = await inSessionContext(async (tx) => ({
      guest: await findSession(tx, guest.token, clock.now()),
      begun: await findSession(tx, begun.token, clock.now()),
      member: await findSession(tx, member.token, clock.now()),
    }));
    expect(found.guest).toBeNull();
    expect(found.begun).toBeNull();
    expect(found.member?.content.stage).toBe("member");
  });

  test("takes the first four letters of each word", async () => {
    const short = reporter.passphrase
      .split(" ")
      .map((word) => word.slice(0, 4))
      .join("-");
    expect((await givePassphrase(await newGuest(), { ...reporter, passphrase: short })).ok).toBe(true);
  });

  test("answers a wrong passphrase, an unknown handle and a locked account alike", async () => {
    const locked = await newReporter(world, "Locked Out Legal Aid");
    valueFrom(await lockAccount(await actorFor(world.administrator, "administrator"), locked.userId));
    const { passphrase } = world.guardians[0];
    expect(await givePassphrase(await newGuest(), { handle: reporter.handle, passphrase })).toEqual(WRONG);
    expect(await givePassphrase(await newGuest(), { handle: "nobody-nowhere-10", passphrase })).toEqual(WRONG);
    expect(await givePassphrase(await newGuest(), locked)).toEqual(WRONG);
  });

  test("takes each code once", async () => {
    clock.pass(MINUTE);
    const code = codeOf(reporter);
    valueFrom(await giveCode(valueFrom(await givePassphrase(await newGuest(), reporter)), code));
    const again = valueFrom(await givePassphrase(await newGuest(), reporter));
    expect(await giveCode(again, code)).toEqual(WRONG_CODE);
    expect(await giveCode(again, totpAt(reporter.totpSecret, clock.now() - 30 * SECOND))).toEqual(WRONG_CODE);
  });

  test("takes a code only once even where two send it at the same moment", async () => {
    clock.pass(MINUTE);
    const code = codeOf(reporter);
    const sessions = [];
    for (let at = 0; at < 2; at += 1) sessions.push(valueFrom(await givePassphrase(await newGuest(), reporter)));
    const answers = await Promise.all(sessions.map((session) => giveCode(session, code)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("ends after five wrong codes", async () => {
    let session = valueFrom(await givePassphrase(await newGuest(), reporter));
    const answers = [];
    for (let at = 0; at < 5; at += 1) {
      answers.push(await giveCode(session, "000000"));
      const after = await inSessionContext((tx) => findSession(tx, session.token, clock.now()));
      if (after) session = after;
    }
    expect(answers.slice(0, 4)).toEqual([WRONG_CODE, WRONG_CODE, WRONG_CODE, WRONG_CODE]);
    expect(answers[4]).toEqual(refuse({ kind: "conflict", code: "sign-in.begin-again" }));
    expect(await inSessionContext((tx) => findSession(tx, session.token, clock.now()))).toBeNull();
  });

  test("lets nobody who has the words guess codes anew with each sign-in, or all at once", async () => {
    clock.pass(HOUR);
    const { totpSecret } = reporter;
    const wrong = (at: number) => totpAt(totpSecret, clock.now() + (10 + at) * MINUTE);
    const begun = valueFrom(await givePassphrase(await newGuest(), reporter));
    const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => giveCode(begun, wrong(at))));
    const waiting = answers.filter((answer) => !answer.ok && answer.refusal.kind === "rate-limited");
    expect(waiting).toHaveLength(7);
    const anew = valueFrom(await givePassphrase(await newGuest(), reporter));
    expect(await giveCode(anew, wrong(20))).toMatchObject({ refusal: { kind: "rate-limited" } });
    clock.pass(SECOND);
    expect((await giveCode(anew, codeOf(reporter))).ok).toBe(true);
  });

  test("makes a handle wait after five failures, known or not, and never locks it", async () => {
    clock.pass(MINUTE);
    const wrong = { handle: reporter.handle, passphrase: "not the words" };
    for (let at = 0; at < 5; at += 1) expect(await givePassphrase(await newGuest(), wrong)).toEqual(WRONG);
    const waiting = refuse({ kind: "rate-limited", code: "sign-in.wait", retryAfterSeconds: 1 });
    expect(await givePassphrase(await newGuest(), reporter)).toEqual(waiting);
    clock.pass(SECOND);
    expect((await givePassphrase(await newGuest(), reporter)).ok).toBe(true);
  });

  test("forgets a passphrase without a code after five minutes", async () => {
    const begun = valueFrom(await givePassphrase(await newGuest(), reporter));
    clock.pass(5 * MINUTE + SECOND);
    expect(await inSessionContext((tx) => findSession(tx, begun.token, clock.now()))).toBeNull();
  });

  test("ends after half an hour without use", async () => {
    const member = await signedIn(reporter);
    clock.pass(29 * MINUTE);
    expect(await inSessionContext((tx) => findSession(tx, member.token, clock.now()))).not.toBeNull();
    clock.pass(29 * MINUTE);
    expect(await inSessionContext((tx) => findSession(tx, member.token, clock.now()))).not.toBeNull();
    clock.pass(31 * MINUTE);
    expect(await inSessionContext((tx) => findSession(tx, member.token, clock.now()))).toBeNull();
  });

  test("keeps three sessions, and the newest is always one of them", async () => {
    const tokens: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      clock.pass(30 * SECOND);
      const { token } = await signedIn(reporter);
      tokens.push(token);
      expect(await inSessionContext((tx) => findSession(tx, token, clock.now()))).not.toBeNull();
    }
    const rows = await db.sql("SELECT count(*)::int AS open FROM sessions WHERE user_id = $1", [reporter.userId]);
    expect(rows).toEqual([{ open: 3 }]);
  });

  test("begins outside the wall, and goes on under the hat that a kept form was written under", async () => {
    const [coordinator] = world.coordinators;
    const hats = await db.sql("SELECT id, team_id AS team FROM hats WHERE user_id = $1", [coordinator.userId]);
    const hatIn = (team: string) => String(hats.find((hat) => hat.team === team)?.id);
    clock.pass(MINUTE);
    expect((await signedIn(coordinator)).content.hatId).toBe(hatIn(world.setUp.teamId));
    clock.pass(MINUTE);
    const walled = hatIn(world.setUp.walledTeamId);
    const onwards = await signedIn(coordinator, walled);
    expect(onwards.content.hatId).toBe(walled);
    clock.pass(MINUTE);
    const proven = valueFrom(await givePassphrase(onwards, coordinator));
    expect(valueFrom(await giveCode(proven, codeOf(coordinator))).content.hatId).toBe(walled);
  });

  test("never takes a hat that belongs to somebody else", async () => {
    const [first, second] = world.coordinators;
    const [other] = await db.sql("SELECT id FROM hats WHERE user_id = $1", [second.userId]);
    clock.pass(MINUTE);
    const { content } = await signedIn(first, String(other?.id));
    const [worn] = await db.sql("SELECT user_id AS user FROM hats WHERE id = $1", [content.hatId]);
    expect(worn?.user).toBe(first.userId);
  });

  test("stands in the person's own entries, and so does signing out", async () => {
    clock.pass(HOUR);
    await signOut(await signedIn(reporter));
    const { entries, sessions } = await readAccount(await actorFor(reporter, "reporter"));
    expect(
      entries
        .slice(0, 2)
        .map(({ action }) => action)
        .sort(),
    ).toEqual(["account.signed-in", "account.signed-out"]);
    expect(sessions.every(({ hoursAgo }) => hoursAgo >= 0)).toBe(true);
  });
});
