import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { totpAt } from "#app/platform/crypto/totp.server.ts";
import { closeDatabase, openDatabase } from "#app/platform/db/database.server.ts";
import { type CommandResult, thaw } from "../../support/command.ts";

const PUBLIC_INCIDENTS = "prisma/seed/public-incidents.csv";
const PATIENCE_MS = 180_000;

/** One installation from its first command on; the tests follow each other, as its days do. */
describe("the commands on an embedded database", { timeout: PATIENCE_MS }, () => {
  let folder: string;
  let env: NodeJS.Dict<string>;
  let made: CommandResult;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "thaw-cli-"));
    env = { DATA_DIR: join(folder, "data"), SECRETS_FILE: join(folder, "secrets.env") };
    made = await thaw(["setup", "--team", "Europe"], { env, cwd: folder });
  }, PATIENCE_MS);

  afterAll(() => rm(folder, { recursive: true }));

  const personOn = (sheet: string) => {
    const [, handle] = /Handle\n\s+(\S+)/.exec(sheet)!;
    const [, passphrase] = /Passphrase.*\n\s+(.+)/.exec(sheet)!;
    const [, secret] = /authenticator app\n\s+(\S+)/.exec(sheet)!;
    return { handle: handle!, passphrase: passphrase!, code: () => totpAt(secret!, Date.now()) };
  };
  const people = (role: string) =>
    made.stdout
      .split("\f")
      .filter((part) => part.includes(`Thaw · ${role}: `))
      .map(personOn);
  const importAs = ({ handle, passphrase, code }: ReturnType<typeof personOn>) =>
    thaw(["import", PUBLIC_INCIDENTS, "--as", handle], { env, input: [passphrase, code()] });
  const written = async (text: string) => {
    const file = join(folder, "rows.csv");
    await writeFile(file, text);
    return file;
  };

  test("setup prints five people and three escrow sheets, and keeps the secrets where only their owner reads", async () => {
    expect(made).toMatchObject({ status: 0 });
    expect(made.stdout.match(/^Thaw · (guardian|coordinator|administrator): /gm)).toHaveLength(5);
    expect(made.stdout.match(/^Thaw · escrow sheet \d of 3/gm)).toHaveLength(3);
    expect(made.stderr).toContain(env.SECRETS_FILE);
    expect((await stat(env.SECRETS_FILE!)).mode & 0o777).toBe(0o600);
    expect(await readFile(env.SECRETS_FILE!, "utf8")).toMatch(/^PEPPER=[\w-]{43}\nDIRECTORY_KEY=[\w-]{43}\n$/);
  });

  test("setup happens once, and leaves the secrets as they are", async () => {
    const before = await readFile(env.SECRETS_FILE!, "utf8");
    expect(await thaw(["setup"], { env })).toMatchObject({ status: 1, stderr: expect.stringContaining("already") });
    expect(await readFile(env.SECRETS_FILE!, "utf8")).toBe(before);
  });

  test("import names every bad row with line, column and reason, asks for nothing and imports nothing", async () => {
    const rows = (await readFile(PUBLIC_INCIDENTS, "utf8")).split("\n").slice(0, 4);
    rows[1] = rows[1]!.replace(",NL,US,", ",Netherlands,US,");
    rows[3] = rows[3]!.replace("PUB-003", "PUB-002");
    const answer = await thaw(["import", await written(rows.join("\n")), "--as", "nobody-here-01"], { env });
    expect(answer.status).toBe(2);
    expect(answer.stderr).toContain("Nothing was imported");
    expect(answer.stderr).toContain("line 2, column country: not a country code");
    expect(answer.stderr).toContain("line 4, column case_ref: already stands in line 3");
  });

  test("import is refused with a wrong passphrase, and to a person who is no coordinator", async () => {
    const [coordinator] = people("coordinator");
    const wrong = await importAs({ ...coordinator!, passphrase: "one two three four five six seven" });
    expect(wrong).toMatchObject({ status: 1, stdout: "" });
    const guardian = await importAs(people("guardian")[0]!);
    expect(guardian).toMatchObject({ status: 1, stderr: expect.stringContaining("role intake") });
  });

  test("import brings in all public incidents, once", async () => {
    const [first, second] = people("coordinator");
    const imported = await importAs(first!);
    expect(imported).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Imported 78 cases of \d+ organisations\.\n$/),
    });
    const again = await importAs(second!);
    expect(again.status).toBe(2);
    expect(again.stderr.match(/column case_ref: is already among the team's cases/g)).toHaveLength(78);
  });

  test("verify-audit finds the record whole, and tells its head, which it knows again", async () => {
    const { status, stdout } = await thaw(["verify-audit"], { env });
    expect(status).toBe(0);
    const [, head] = /^Whole, up to entry \d+\. Head: (\d+:[0-9a-f]{64})\n$/.exec(stdout)!;
    expect(await thaw(["verify-audit", "--head", head!], { env })).toMatchObject({ status: 0 });
    const longer = head!.replace(/^\d+/, "9999");
    const cut = await thaw(["verify-audit", "--head", longer], { env });
    expect(cut).toMatchObject({ status: 1, stderr: expect.stringContaining("entry 9999 was noted") });
  });

  test("a command that meets the lock says which process holds the database", async () => {
    await openDatabase({ kind: "embedded", dataDir: env.DATA_DIR! });
    const answer = await thaw(["verify-audit"], { env });
    await closeDatabase();
    expect(answer).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`Process ${process.pid} holds the database`),
    });
  });

  test("other secrets than the ones the data was made with are refused", async () => {
    const PEPPER = Buffer.alloc(32, 7).toString("base64url");
    const answer = await thaw(["verify-audit"], { env: { ...env, PEPPER } });
    expect(answer).toMatchObject({ status: 1, stderr: "thaw: PEPPER is not the one this data was made with\n" });
  });

  test("verify-audit names the entry that somebody changed", async () => {
    const database = await PGlite.create(join(env.DATA_DIR!, "database"));
    await database.query("UPDATE audit_entries SET class = 'briefing' WHERE seq = 2");
    await database.close();
    expect(await thaw(["verify-audit"], { env })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("entry 2 is not the one that was written"),
    });
  });
});
