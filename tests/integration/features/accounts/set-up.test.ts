import { beforeAll, expect, test } from "vitest";
import type { Role } from "#app/access/roles.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { setUpInstallation } from "#app/features/accounts/set-up.server.ts";
import { holdsGroup } from "#app/features/keyring/group-keys.server.ts";
import { type GroupName, groups } from "#app/features/keyring/group-name.ts";
import { refuse } from "#app/kernel/result.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { actorFor, newWorld, type Person, type World } from "../../../support/world.ts";

onBothDatabases("setting up", (db) => {
  let world: World;
  beforeAll(async () => {
    world = await newWorld();
  });

  test("makes two guardians, two coordinators and one administrator, each with secrets of their own", () => {
    const { accounts } = world.setUp;
    expect(accounts.map(({ role }) => role).sort()).toEqual([
      "administrator",
      "guardian",
      "guardian",
      "intake",
      "intake",
    ]);
    expect(new Set(accounts.map(({ passphrase }) => passphrase)).size).toBe(5);
    for (const { passphrase, sheet } of accounts) {
      expect(passphrase.split(" ")).toHaveLength(7);
      expect(sheet.split(" ")).toHaveLength(12);
    }
  });

  test("gives each role the keys it works with, and no other", async () => {
    const { coordinators, guardians, administrator, setUp } = world;
    const names: GroupName[] = [
      groups.team(setUp.teamId),
      groups.analytics(setUp.teamId),
      "register",
      "editorial",
      "audit",
      "ledger",
    ];
    const held = async (person: Person, role: Role, teamId?: string) => {
      const actor = await actorFor(person, role, teamId);
      return withActor(actor, async (tx) => {
        const found: GroupName[] = [];
        for (const name of names) if (await holdsGroup(actor, tx, name)) found.push(name);
        return found;
      });
    };
    expect(await held(coordinators[0], "intake", setUp.teamId)).toEqual(names.slice(0, 3));
    expect(await held(guardians[1], "guardian")).toEqual(names.slice(1));
    // The database does not even let an administrator look at a sealed key.
    await expect(held(administrator, "administrator")).rejects.toThrow("42501");
  });

  test("keeps none of the secrets it shows", async () => {
    const tables = await db.sql("SELECT coalesce(string_agg(users::text, ' '), '') AS text FROM users");
    for (const { passphrase, sheet, totpSecret } of world.setUp.accounts)
      for (const secret of [passphrase, sheet, totpSecret]) expect(String(tables[0]?.text)).not.toContain(secret);
  });

  test("is done once only", async () => {
    const again = await setUpInstallation({ label: "Another", walledLabel: "Another, listed parties" });
    expect(again).toEqual(refuse({ kind: "conflict", code: "set-up.already-done" }));
    expect(await db.sql("SELECT count(*)::int AS teams FROM teams")).toEqual([{ teams: 2 }]);
  });
});
