import { beforeEach, expect, test } from "vitest";
import { inviteOrganisation } from "#app/features/accounts/invitation/invitation-commands.server.ts";
import { verifyChain } from "#app/features/audit/audit-queries.server.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { actorFor, newWorld, valueFrom, type World } from "../../../support/world.ts";

onBothDatabases("the audit chain", (db) => {
  let world: World | undefined;
  beforeEach(async () => {
    world ??= await newWorld();
    const coordinator = await actorFor(world.coordinators[0], "intake", world.setUp.teamId);
    for (const name of ["One", "Two", "Three"])
      valueFrom(await inviteOrganisation(coordinator, { name, country: null }));
  });

  /** Does harm as somebody with the whole database would, looks, and puts everything back. */
  async function afterHarm(...statements: string[]) {
    await db.sql("CREATE TABLE IF NOT EXISTS kept AS SELECT * FROM audit_entries WHERE false");
    await db.sql("DELETE FROM kept");
    await db.sql("INSERT INTO kept SELECT * FROM audit_entries");
    for (const statement of statements) await db.sql(statement);
    const found = await verifyChain();
    await db.sql("DELETE FROM audit_entries");
    await db.sql("INSERT INTO audit_entries SELECT * FROM kept");
    return found.fault;
  }

  test("is whole as long as nobody touches it", async () => {
    const { fault, head } = await verifyChain();
    expect(fault).toBeNull();
    expect(head.seq).toBeGreaterThanOrEqual(4n);
  });

  test.each([
    [
      "details",
      "UPDATE audit_entries SET sealed = set_byte(sealed, 20, (get_byte(sealed, 20) + 1) % 256) WHERE seq = 3",
    ],
    ["day", "UPDATE audit_entries SET day = day + 1 WHERE seq = 3"],
    ["class", "UPDATE audit_entries SET class = 'case' WHERE seq = 3"],
    ["hash", "UPDATE audit_entries SET hash = sha256(hash) WHERE seq = 3"],
  ])("tells when the %s of an entry were changed", async (_, statement) => {
    expect(await afterHarm(statement)).toEqual({ kind: "altered", seq: 3n });
  });

  test("tells when an entry is missing, at its beginning too", async () => {
    expect(await afterHarm("DELETE FROM audit_entries WHERE seq = 2")).toEqual({ kind: "missing", seq: 2n });
    expect(await afterHarm("DELETE FROM audit_entries WHERE seq = 1")).toEqual({ kind: "missing", seq: 1n });
  });

  test("tells when an entry was taken out and the rest moved up", async () => {
    const closed = [
      "DELETE FROM audit_entries WHERE seq = 2",
      "UPDATE audit_entries SET seq = seq + 1000",
      "UPDATE audit_entries SET seq = seq - 1001 WHERE seq > 1001",
      "UPDATE audit_entries SET seq = 1 WHERE seq = 1001",
    ];
    expect(await afterHarm(...closed)).toEqual({ kind: "altered", seq: 2n });
  });

  test("tells when an entry was put in", async () => {
    const room = [
      "UPDATE audit_entries SET seq = seq + 1000 WHERE seq > 2",
      "UPDATE audit_entries SET seq = seq - 999 WHERE seq > 1000",
    ];
    const entry = "INSERT INTO audit_entries SELECT 3, day, class, sealed, hash FROM audit_entries WHERE seq = 2";
    expect(await afterHarm(...room, entry)).toEqual({ kind: "altered", seq: 3n });
  });

  test("tells when two entries changed places", async () => {
    const swap = [
      "UPDATE audit_entries SET seq = 9000 WHERE seq = 2",
      "UPDATE audit_entries SET seq = 2 WHERE seq = 3",
      "UPDATE audit_entries SET seq = 3 WHERE seq = 9000",
    ];
    expect(await afterHarm(...swap)).toEqual({ kind: "altered", seq: 2n });
  });

  test("tells that its end was cut off to whoever has noted its head", async () => {
    const { head } = await verifyChain();
    await db.sql("DELETE FROM audit_entries WHERE seq = $1", [String(head.seq)]);
    expect((await verifyChain()).fault).toBeNull();
    expect((await verifyChain(head)).fault).toEqual({ kind: "shortened", expected: head.seq, found: head.seq - 1n });
  });

  test("grows in one line, however many append at once", async () => {
    const coordinator = await actorFor(world!.coordinators[0], "intake", world!.setUp.teamId);
    const { head: before } = await verifyChain();
    const names = Array.from({ length: 12 }, (_, at) => `At once ${at}`);
    await Promise.all(names.map((name) => inviteOrganisation(coordinator, { name, country: null }).then(valueFrom)));
    const { head, fault } = await verifyChain();
    expect(fault).toBeNull();
    expect(head.seq).toBe(before.seq + 12n);
  });
});
