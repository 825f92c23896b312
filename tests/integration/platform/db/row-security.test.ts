import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { inContext } from "#app/platform/db/in-context.server.ts";
import { onBothDatabases, type TestDatabase } from "../../../support/database.ts";
import { COLUMNS, MATRIX, type Rights, ROLES } from "./row-security-matrix.ts";
import { newWorld, type Row, secondCase, surveyOf, TABLES, type World } from "./row-security-world.ts";

const own = newWorld("own");
const foreign = newWorld("foreign");
const rows: Record<string, Record<World["name"], Row>> = {};

/** Runs one statement as a role with a context, tells how many rows it reached, and undoes it. */
const PROBE = `CREATE FUNCTION public.probe(acting text, context jsonb, statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE reached int;
BEGIN
  PERFORM set_config('app.' || key, value, true) FROM jsonb_each_text(context);
  PERFORM set_config('role', acting, true);
  EXECUTE statement;
  GET DIAGNOSTICS reached = ROW_COUNT;
  RAISE EXCEPTION USING ERRCODE = 'TH001', MESSAGE = reached::text;
EXCEPTION
  WHEN SQLSTATE 'TH001' THEN RETURN SQLERRM;
  WHEN insufficient_privilege THEN RETURN 'refused';
END $$`;

const literal = (value: Row[string]) => (value === null ? "NULL" : `'${String(value)}'`);
const whereOf = (table: string, row: Row) =>
  TABLES[table]!.key.map((column) => `${column} = ${literal(row[column]!)}`).join(" AND ");
const insertOf = (table: string, row: Row) =>
  `INSERT INTO public.${table} SELECT * FROM jsonb_populate_record(NULL::public.${table}, '${JSON.stringify(row)}')`;

async function arrange({ sql }: TestDatabase) {
  await sql(PROBE);
  for (const [table, { row }] of Object.entries(TABLES)) {
    rows[table] = { own: row(own), foreign: row(foreign) };
    await sql(insertOf(table, rows[table].own));
    await sql(insertOf(table, rows[table].foreign));
  }
  for (const world of [own, foreign]) {
    await sql(insertOf("cases", { ...TABLES.cases!.row(world), id: secondCase(world) }));
    await sql(
      insertOf("hats", {
        id: randomUUID(),
        user_id: world.user,
        role: "analyst",
        team_id: world.team,
        is_owner: false,
      }),
    );
  }
}

/** `SIUD` for the commands that reach the row, `-` for those that do not: the own row, a stroke, the foreign one. */
async function rightsOf({ sql }: TestDatabase, role: string, table: string): Promise<Rights> {
  const { user, team, organisation, session, case: caseId } = own;
  const survey = surveyOf(own);
  const context = { user: role === "auth_unknown" ? "" : user, team, organisation, session, case: caseId, ...survey };
  const acting = `app_${role.replace("_unknown", "")}`;
  const columns = await sql(
    `SELECT attname::text AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
     AND has_column_privilege($2, attrelid, attnum, 'UPDATE') ORDER BY attnum`,
    [`public.${table}`, acting],
  );
  const reaches = async (statement: string) => {
    const [answer] = await sql("SELECT public.probe($1, $2::text::jsonb, $3) AS reached", [
      acting,
      JSON.stringify(context),
      statement,
    ]);
    return answer?.reached === "1";
  };
  const letters = async (world: World) => {
    const row = rows[table]![world.name];
    const changed = String(columns[0]?.name ?? TABLES[table]!.key[0]);
    return [
      (await reaches(`SELECT 1 FROM public.${table} WHERE ${whereOf(table, row)}`)) ? "S" : "-",
      (await reaches(insertOf(table, { ...row, ...TABLES[table]!.another(world) }))) ? "I" : "-",
      (await reaches(`UPDATE public.${table} SET ${changed} = ${literal(row[changed]!)} WHERE ${whereOf(table, row)}`))
        ? "U"
        : "-",
      (await reaches(`DELETE FROM public.${table} WHERE ${whereOf(table, row)}`)) ? "D" : "-",
    ].join("");
  };
  return `${await letters(own)}|${await letters(foreign)}` as Rights;
}

onBothDatabases("row-level security", (db) => {
  beforeAll(() => arrange(db));

  test("knows every table", async () => {
    const tables = await db.sql(
      "SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
    );
    const expected = [...Object.keys(TABLES), "_prisma_migrations"].sort();
    expect(tables.map(({ name }) => name).sort()).toEqual(expected);
    expect(Object.keys(MATRIX).sort()).toEqual(Object.keys(TABLES).sort());
  });

  test.each(Object.keys(TABLES))("gives each role its own rows of %s and no others", async (table) => {
    const found: Record<string, Rights> = {};
    for (const role of ROLES) {
      const rights = await rightsOf(db, role, table);
      if (rights !== "----|----") found[role] = rights;
    }
    expect(found).toEqual(MATRIX[table]);
  });

  test("gives some columns and not others where a role needs no more", async () => {
    const partial = await db.sql(
      `SELECT relname || ' ' || lower(command) AS what, replace(rolname, 'app_', '') AS role,
         string_agg(attname, ' ' ORDER BY attnum) AS columns
       FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND attnum > 0 AND NOT attisdropped
       CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE']) AS command CROSS JOIN pg_roles r
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND rolname LIKE 'app\\_%' AND rolname NOT IN ('app_owner', 'app_login')
         AND NOT has_table_privilege(r.oid, t.oid, command) AND has_column_privilege(r.oid, t.oid, attnum, command)
       GROUP BY 1, 2`,
    );
    const found: Record<string, Record<string, string>> = {};
    for (const { what, role, columns } of partial) {
      found[String(what)] ??= {};
      found[String(what)]![String(role)] = String(columns);
    }
    expect(found).toEqual(COLUMNS);
  });

  test("shows nothing of anybody to a member who comes without a context", async () => {
    for (const role of ["reporter", "intake", "lead", "analyst", "receipt"] as const)
      for (const table of ["cases", "case_events", "case_drafts", "facet_inbox", "own_entries", "submissions"]) {
        if (MATRIX[table]![role]?.startsWith("S") !== true) continue;
        const [row] = await inContext({ role }, (tx) =>
          tx.$queryRawUnsafe<{ found: number }[]>(`SELECT count(*)::int AS found FROM public.${table}`),
        );
        expect([role, table, row?.found]).toEqual([role, table, 0]);
      }
  });

  test("shows the members of an organisation to its owner, and to another member only that one's own row", async () => {
    const [owner, member] = [own.user, foreign.user];
    await db.sql(
      insertOf("hats", {
        id: randomUUID(),
        user_id: member,
        role: "reporter",
        organisation_id: own.organisation,
        is_owner: false,
      }),
    );
    const handles = (user: string) =>
      inContext({ role: "reporter", user, organisation: own.organisation }, async (tx) =>
        (await tx.user.findMany({ select: { handle: true }, orderBy: { handle: "asc" } })).map(({ handle }) => handle),
      );
    expect(await handles(owner)).toEqual(["handle-foreign", "handle-own"]);
    expect(await handles(member)).toEqual(["handle-foreign"]);
    const removeAll = (user: string) =>
      inContext({ role: "reporter", user, organisation: own.organisation }, (tx) =>
        tx.hat.deleteMany({ where: { organisationId: own.organisation } }),
      );
    expect(await removeAll(member)).toEqual({ count: 0 });
    expect(await removeAll(owner)).toEqual({ count: 1 });
  });

  test("lets a report into the organisation's team or the team that walls it, and into no other", async () => {
    const walled = randomUUID();
    await db.sql(insertOf("teams", { id: walled, label: "walled", walled: true, walls_id: own.team }));
    const report = (team: string) =>
      inContext({ role: "reporter", user: own.user, organisation: own.organisation }, (tx) =>
        tx.$executeRawUnsafe(insertOf("cases", { ...TABLES.cases!.row(own), id: randomUUID(), team_id: team })),
      );
    await expect(report(own.team)).resolves.toBe(1);
    await expect(report(walled)).resolves.toBe(1);
    await expect(report(foreign.team)).rejects.toThrow("42501");
  });

  test("gives an analyst the records of every team the hats name, whichever team the session names", async () => {
    const teams = await inContext({ role: "analyst", user: foreign.user, team: own.team }, (tx) =>
      tx.facetBlock.findMany(),
    );
    expect(teams.map(({ teamId }) => teamId)).toEqual([foreign.team]);
  });

  test("closes the door of the first day once the installation is set up", async () => {
    const setUp = (key: string) =>
      inContext({ role: "setup" }, (tx) => tx.setting.createMany({ data: { key, value: true } }));
    await setUp("installation");
    await expect(setUp("more")).rejects.toThrow("42501");
  });
});
