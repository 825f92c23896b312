import { beforeAll, expect, test } from "vitest";
import { findSession, inSessionContext, type OpenSession } from "#app/access/session.server.ts";
import { clearShelf, onShelf } from "#app/access/shelf.server.ts";
import { readOwnOrganisation } from "#app/features/accounts/people/member-queries.server.ts";
import type { NewWords } from "#app/features/accounts/sign-in/new-words.ts";
import { changePassphrase, recover } from "#app/features/accounts/sign-in/passphrase-commands.server.ts";
import { givePassphrase } from "#app/features/accounts/sign-in/sign-in-commands.server.ts";
import { refuse } from "#app/kernel/result.ts";
import { heldClock, MINUTE } from "../../../support/clock.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { codeOf, newGuest, signedIn } from "../../../support/sign-in.ts";
import { actorFor, newReporter, newWorld, type Person, valueFrom, type World } from "../../../support/world.ts";

const WRONG_SHEET = refuse({
  kind: "invalid",
  code: "sign-in.recover.wrong",
  fields: { handle: "sign-in.recover.wrong" },
});

onBothDatabases("a passphrase", (db) => {
  const clock = heldClock();
  let world: World;
  beforeAll(async () => {
    world = await newWorld();
  });

  const reread = (session: OpenSession) => inSessionContext((tx) => findSession(tx, session.token, clock.now()));
  const atWork = async (person: Person, session: OpenSession) => ({
    ...(await actorFor(person, "reporter")),
    sessionId: session.id,
  });
  const opens = async (person: Person, passphrase: string) =>
    (await givePassphrase(await newGuest(), { ...person, passphrase })).ok;

  test("is changed without touching what was sealed, and every other session ends", async () => {
    const person = await newReporter(world, "Unchanged Inside");
    clock.pass(MINUTE);
    const elsewhere = await signedIn(person);
    clock.pass(MINUTE);
    const here = await signedIn(person);
    clock.pass(MINUTE);
    valueFrom(await changePassphrase(await atWork(person, here), here, { ...person, code: codeOf(person) }));
    const after = (await reread(here))!;
    const words = onShelf<NewWords>(after, "new-words")!;
    expect(words.sheet).toBeNull();
    expect(await reread(elsewhere)).toBeNull();
    expect(await opens(person, person.passphrase)).toBe(false);
    clock.pass(MINUTE);
    await signedIn({ ...person, passphrase: words.passphrase });
    expect((await readOwnOrganisation(await actorFor(person, "reporter"))).name).toBe("Unchanged Inside");
    await clearShelf(after, "new-words");
    expect(onShelf((await reread(here))!, "new-words")).toBeNull();
  });

  test("stays as it is when the present one or the code is wrong", async () => {
    const person = await newReporter(world, "Not Changed");
    clock.pass(MINUTE);
    const session = await signedIn(person);
    clock.pass(MINUTE);
    const actor = await atWork(person, session);
    const wrong = { passphrase: "zoo zoo zoo zoo zoo zoo zoo", code: codeOf(person) };
    expect(await changePassphrase(actor, session, wrong)).toMatchObject({
      refusal: { code: "account.passphrase.wrong" },
    });
    expect(await changePassphrase(actor, session, { ...person, code: "000000" })).toMatchObject({
      refusal: { code: "sign-in.code.wrong" },
    });
    expect(await opens(person, person.passphrase)).toBe(true);
  });

  test("that was lost is replaced with the sheet and a code; old sheet, old words and all sessions are void", async () => {
    const person = await newReporter(world, "Found Again");
    clock.pass(MINUTE);
    const before = await signedIn(person);
    clock.pass(MINUTE);
    const typed = {
      handle: person.handle,
      words: person.sheet.toUpperCase().replaceAll(" ", "\n"),
      code: codeOf(person),
    };
    const session = valueFrom(await recover(await newGuest(), typed));
    const words = onShelf<NewWords>((await reread(session))!, "new-words")!;
    expect(session.content.stage).toBe("member");
    expect(await reread(before)).toBeNull();
    expect(await opens(person, person.passphrase)).toBe(false);
    expect(await opens(person, words.passphrase)).toBe(true);
    clock.pass(MINUTE);
    expect(await recover(await newGuest(), { ...typed, code: codeOf(person) })).toEqual(WRONG_SHEET);
    const again = { ...typed, words: words.sheet!, code: codeOf(person) };
    expect((await recover(await newGuest(), again)).ok).toBe(true);
    expect((await readOwnOrganisation(await actorFor(person, "reporter"))).name).toBe("Found Again");
  });

  test("is not given for a wrong sheet, an unknown handle or a wrong code, and the answer is one", async () => {
    const person = await newReporter(world, "Guarded");
    const other = world.guardians[0];
    const typed = { handle: person.handle, words: person.sheet, code: codeOf(person) };
    expect(await recover(await newGuest(), { ...typed, words: other.sheet })).toEqual(WRONG_SHEET);
    expect(await recover(await newGuest(), { ...typed, handle: "nobody-nowhere-10" })).toEqual(WRONG_SHEET);
    expect(await recover(await newGuest(), { ...typed, code: "000000" })).toEqual(WRONG_SHEET);
    const rows = await db.sql("SELECT count(*)::int AS open FROM sessions WHERE user_id = $1", [person.userId]);
    expect(rows).toEqual([{ open: 1 }]);
  });
});
