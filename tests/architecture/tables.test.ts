import { expect, test } from "vitest";
import { AUDIT_ACTIONS, classOf } from "#app/features/audit/audit-action.ts";
import { TABLES as REGISTER } from "#app/features/audit/table-register.ts";
import { onBothDatabases } from "../support/database.ts";

onBothDatabases("every table", (db) => {
  const names = async (sql: string) => (await db.sql(sql)).map((row) => Object.values(row).join(" ")).sort();
  const TABLES = "FROM pg_class t WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')";

  test("forces row-level security, also on its owner", async () => {
    expect(await names(`SELECT relname ${TABLES}`)).toContain("cases");
    expect(await names(`SELECT relname ${TABLES} AND NOT (relrowsecurity AND relforcerowsecurity)`)).toEqual([]);
  });

  test("has a word for how long its rows stay, and a noun under which changes are recorded", async () => {
    const nouns = new Set(AUDIT_ACTIONS.map(classOf));
    expect(await names(`SELECT relname ${TABLES}`)).toEqual(Object.keys(REGISTER).sort());
    const strange = Object.entries(REGISTER).filter(([, { noun }]) => noun !== null && !nouns.has(noun));
    expect(strange).toEqual([]);
  });

  test("has policies for named roles, one a role and command, and none for everybody", async () => {
    expect(
      await names(`SELECT relname ${TABLES} AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = t.oid)`),
    ).toEqual([]);
    expect(
      await names(
        "SELECT polname FROM pg_policy WHERE 0 = ANY (polroles) OR cardinality(polroles) <> 1 OR NOT polpermissive",
      ),
    ).toEqual([]);
    const twice = "SELECT polrelid::regclass, polroles, polcmd FROM pg_policy GROUP BY 1, 2, 3 HAVING count(*) > 1";
    expect(await names(twice)).toEqual([]);
  });

  test("grants nothing to everybody, and no truncating, referring or triggers to anybody but its owner", async () => {
    const granted = `SELECT relname, privilege_type, grantee::regrole ${TABLES.replace("WHERE", "CROSS JOIN LATERAL aclexplode(relacl) AS acl WHERE")}
      AND grantee <> relowner AND (grantee = 0 OR privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE') OR is_grantable)`;
    expect(await names(granted)).toEqual([]);
  });

  test("of sessions is kept out of the write-ahead log and out of dumps", async () => {
    expect(await names(`SELECT relname ${TABLES} AND relpersistence = 'u'`)).toEqual(["briefing_works", "sessions", "submissions"]);
    const dumped =
      "SELECT polrelid::regclass FROM pg_policy WHERE polname = 'backup' AND pg_get_expr(polqual, polrelid) = 'false'";
    expect(await names(dumped)).toEqual(["briefing_works", "sessions", "submissions"]);
  });

  test("can be dumped", async () => {
    expect(
      await names(
        `SELECT relname ${TABLES} AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = t.oid AND polname = 'backup')`,
      ),
    ).toEqual([]);
    expect(await names(`SELECT relname ${TABLES} AND NOT has_table_privilege('app_backup', t.oid, 'SELECT')`)).toEqual(
      [],
    );
  });

  test("is reached without functions that run with another's rights, but for those listed", async () => {
    const definers =
      "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace IN ('public'::regnamespace, 'app'::regnamespace)";
    expect(await names(definers)).toEqual([
      "any_case_ended",
      "erase_case",
      "is_new",
      "move_behind_wall",
      "owns_organisation",
    ]);
    expect(
      await names("SELECT relname FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace"),
    ).toEqual([]);
  });
});
