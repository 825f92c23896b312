import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const APP = join(import.meta.dirname, "..", "..", "app");
const DOOR = "platform/db/";

const files = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.startsWith(`${DOOR}generated`))
  .map((name) => ({ name, text: readFileSync(join(APP, name), "utf8") }));

const importing = (what: RegExp) => files.filter(({ text }) => what.test(text)).map(({ name }) => name);

describe("the only door to the database", () => {
  test("is where the Prisma client is made and taken from", () => {
    expect(importing(/\bnew PrismaClient\b/)).toEqual([`${DOOR}database.server.ts`]);
    expect(importing(/import \{[^}]*\bclient\b[^}]*\} from "[^"]*\/database\.server\.ts"/)).toEqual([
      `${DOOR}in-context.server.ts`,
    ]);
  });

  test("has no other beside it: drivers are used in this room only, and by the commands that need no client", () => {
    const drivers = importing(/from "(pg|@electric-sql\/pglite|pglite-prisma-adapter|@prisma\/adapter-pg)"/);
    expect(drivers.filter((name) => !name.startsWith(DOOR) && !name.startsWith("cli/"))).toEqual([]);
    // Types of rows may be named anywhere; they are gone when the program runs.
    const generated = importing(/import (?!type )[^;]*from "[^"]*\/generated\//).filter(
      (name) => !name.startsWith(DOOR),
    );
    expect(generated).toEqual([]);
  });

  test("takes no SQL from strings, but for the names of tables and columns of rows that are inserted", () => {
    expect(importing(/\$(queryRaw|executeRaw)Unsafe/)).toEqual([]);
    expect(importing(/Prisma\.raw\b/)).toEqual(["platform/db/insert-rows.server.ts"]);
  });
});
