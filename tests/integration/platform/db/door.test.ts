import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { DatabaseError, isUniqueViolation } from "#app/platform/db/database-error.server.ts";
import { inContext } from "#app/platform/db/in-context.server.ts";
import { onBothDatabases } from "../../../support/database.ts";

const draft = (organisationId: string) => ({
  id: randomUUID(),
  organisationId,
  version: 1,
  keyVersion: 1,
  sealed: new Uint8Array([1, 2, 3]),
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

onBothDatabases("the door to the database", (db) => {
  test("gives role and context to the transaction, and to nothing after it", async () => {
    const user = randomUUID();
    const seen = await inContext(
      { role: "intake", user },
      (tx) =>
        tx.$queryRaw<object[]>`SELECT current_user::text AS role, app.ctx('user') AS "user", app.ctx('team') AS team`,
    );
    expect(seen).toEqual([{ role: "app_intake", user, team: null }]);
    const after = await inContext(
      { role: "public" },
      (tx) => tx.$queryRaw<object[]>`SELECT current_user::text AS role, app.ctx('user') AS "user"`,
    );
    expect(after).toEqual([{ role: "app_public", user: null }]);
  });

  test("keeps fifty contexts apart that come at once, whichever of them fail", async () => {
    const organisations = Array.from({ length: 50 }, () => randomUUID());
    const answers = await Promise.allSettled(
      organisations.map((organisation, number) =>
        inContext({ role: "reporter", organisation }, async (tx) => {
          await tx.caseDraft.create({ data: draft(organisation) });
          await pause(number % 7);
          await tx.caseDraft.create({ data: draft(organisation) });
          if (number % 3 === 0) throw new Error("changed my mind");
          if (number % 3 === 1) await tx.caseDraft.create({ data: draft(randomUUID()) });
          const own = await tx.caseDraft.findMany({ select: { organisationId: true } });
          const [context] = await tx.$queryRaw<
            { organisation: string }[]
          >`SELECT app.ctx('organisation') AS organisation`;
          return { context: context?.organisation, own: own.map((row) => row.organisationId) };
        }),
      ),
    );
    const values = answers.map((answer) => (answer.status === "fulfilled" ? answer.value : null));
    expect(values).toEqual(
      organisations.map((id, number) => (number % 3 === 2 ? { context: id, own: [id, id] } : null)),
    );
    const kept = await db.sql("SELECT organisation_id AS id FROM case_drafts");
    const expected = organisations.filter((_, number) => number % 3 === 2).flatMap((id) => [id, id]);
    expect(kept.map((row) => row.id).sort()).toEqual(expected.sort());
  });

  test("passes on unchanged what the work itself throws, and keeps nothing of the work", async () => {
    const organisation = randomUUID();
    const bug = new Error("a bug of ours");
    const work = inContext({ role: "reporter", organisation }, async (tx) => {
      await tx.caseDraft.create({ data: draft(organisation) });
      throw bug;
    });
    await expect(work).rejects.toBe(bug);
    expect(await db.sql("SELECT id FROM case_drafts WHERE organisation_id = $1", [organisation])).toEqual([]);
  });

  test("does not say done when a statement failed and the work went on", async () => {
    const organisation = randomUUID();
    const row = draft(organisation);
    const work = inContext({ role: "reporter", organisation }, async (tx) => {
      await tx.caseDraft.create({ data: row });
      await tx.caseDraft.create({ data: row }).catch((error) => expect(isUniqueViolation(error)).toBe(true));
      return "done";
    });
    await expect(work).rejects.toBeInstanceOf(DatabaseError);
    expect(await db.sql("SELECT id FROM case_drafts WHERE organisation_id = $1", [organisation])).toEqual([]);
    await expect(inContext({ role: "public" }, (tx) => tx.team.count())).resolves.toBeTypeOf("number");
  });

  test("refuses a door within the door", async () => {
    const within = inContext({ role: "public" }, () => inContext({ role: "public" }, async () => 1));
    await expect(within).rejects.toThrow("inContext within inContext");
  });

  test("lets no value into an error", async () => {
    const organisation = randomUUID();
    const row = { ...draft(organisation), sealed: new TextEncoder().encode("canary-in-bytes") };
    const context = { role: "reporter", organisation } as const;
    await inContext(context, (tx) => tx.caseDraft.create({ data: row }));
    const failures = [
      () => inContext(context, (tx) => tx.caseDraft.create({ data: row })),
      () => inContext(context, (tx) => tx.caseDraft.create({ data: { ...row, version: "canary-x" as never } })),
      () =>
        inContext(context, (tx) => tx.case.findMany({ where: { status: "canary-y", nonsense: "canary-z" } as never })),
      () => inContext(context, (tx) => tx.$queryRaw`SELECT ${"canary-v"}::int`),
      () => inContext(context, (tx) => tx.$queryRaw`SELECT * FROM users WHERE handle = ${"canary-w"}`),
    ];
    for (const failing of failures) {
      const error = (await failing().catch((caught: unknown) => caught)) as Error;
      expect(error).toBeInstanceOf(DatabaseError);
      const everything = [error.message, error.stack, JSON.stringify(error), String(error.cause)].join("\n");
      expect(everything).not.toMatch(/canary|63616e617279/i);
      expect(everything).not.toContain(row.id);
    }
  });

  test("leaves the connection harmless without it", async () => {
    if (db.kind === "embedded") {
      const [row] = await inContext(
        { role: "public" },
        (tx) => tx.$queryRaw<{ none: boolean }[]>`
        SELECT NOT has_table_privilege('app_none', 'users', 'SELECT, INSERT, UPDATE, DELETE') AS none`,
      );
      expect(row?.none).toBe(true);
    }
    const rights = await db.sql(
      `SELECT relname FROM pg_class, unnest($1::text[]) AS role WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND (has_table_privilege(role, oid, 'SELECT, INSERT, UPDATE, DELETE') OR has_any_column_privilege(role, oid, 'SELECT, INSERT, UPDATE'))`,
      [["app_none", "app_login"]],
    );
    expect(rights).toEqual([]);
  });
});
