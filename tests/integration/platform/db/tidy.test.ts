import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { tidyDatabase } from "#app/platform/db/database.server.ts";
import { inContext } from "#app/platform/db/in-context.server.ts";
import { onBothDatabases } from "../../../support/database.ts";

onBothDatabases("putting the database in order", (db) => {
  const known = async () => {
    const [row] = await db.sql("SELECT reltuples::int AS rows FROM pg_class WHERE oid = 'case_drafts'::regclass");
    return row?.rows;
  };

  test("lets the embedded one know its rows, as a server knows them by itself", async () => {
    const organisationId = randomUUID();
    const drafts = Array.from({ length: 30 }, () => {
      return { id: randomUUID(), organisationId, version: 1, keyVersion: 1, sealed: new Uint8Array([1]) };
    });
    await inContext({ role: "reporter", organisation: organisationId }, async (tx) => {
      await tx.caseDraft.createMany({ data: drafts });
      await tx.caseDraft.deleteMany({ where: { id: { in: drafts.slice(20).map(({ id }) => id) } } });
    });
    expect(await known()).toBe(-1);
    await tidyDatabase();
    expect(await known()).toBe(db.kind === "embedded" ? 20 : -1);
  });

  test("may come between requests", async () => {
    const asked = Array.from({ length: 10 }, () => inContext({ role: "public" }, (tx) => tx.team.count()));
    await Promise.all([...asked, tidyDatabase()]);
    const [row] = await inContext(
      { role: "public" },
      (tx) => tx.$queryRaw<{ role: string }[]>`SELECT current_user::text AS role`,
    );
    expect(row).toEqual({ role: "app_public" });
  });
});
