import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { thaw } from "../../support/command.ts";
import { clusterUrl } from "../../support/postgres-cluster.ts";

const NAME = "thaw_cli_migrate";

describe("thaw migrate", { timeout: 120_000 }, () => {
  const urlOf = (role: string) => clusterUrl(inject("clusterSocket"), role, NAME);
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "thaw-cli-"));
    await onServer(`CREATE DATABASE ${NAME}`);
  });
  afterAll(async () => {
    await onServer(`DROP DATABASE ${NAME} WITH (FORCE)`);
    await rm(folder, { recursive: true });
  });

  const served = () => ({ DATABASE_URL: urlOf("app_login"), PUBLIC_ORIGINS: "https://thaw.example.org" });

  test("other commands refuse a PostgreSQL server with an old schema and print the line to run", async () => {
    const env = { ADMIN_DATABASE_URL: urlOf("postgres") };
    expect(await thaw(["migrate", "--bootstrap"], { env, cwd: folder })).toMatchObject({ status: 0 });
    const answer = await thaw(["verify-audit"], { env: served(), cwd: folder });
    expect(answer).toMatchObject({ status: 1, stderr: expect.stringMatching(/lacks \d+ migration.*npx thaw migrate/) });
  });

  test("makes roles and schema, as often as one likes, and then the database can be set up", async () => {
    const env = { ADMIN_DATABASE_URL: urlOf("postgres"), OWNER_DATABASE_URL: urlOf("app_owner") };
    const first = await thaw(["migrate", "--bootstrap"], { env, cwd: folder });
    expect(first).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/roles are in place\.\nApplied:\n {2}\d+_init/),
    });
    const again = await thaw(["migrate", "--bootstrap"], { env, cwd: folder });
    expect(again).toMatchObject({ status: 0, stdout: expect.stringContaining("at this version") });
    const early = await thaw(["verify-audit"], { env: served(), cwd: folder });
    expect(early).toMatchObject({ status: 1, stderr: expect.stringContaining("npx thaw setup") });
    const setUp = await thaw(["setup"], { env: served(), cwd: folder });
    expect(setUp).toMatchObject({ status: 0 });
    expect(await thaw(["verify-audit"], { env: served(), cwd: folder })).toMatchObject({ status: 0 });
  });

  test("says which address is missing", async () => {
    const answer = await thaw(["migrate"], { env: served(), cwd: folder });
    expect(answer).toMatchObject({ status: 1, stderr: expect.stringContaining("OWNER_DATABASE_URL is missing") });
  });
});

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl(inject("clusterSocket"), "postgres", "postgres") });
  await client.connect();
  await client.query(statement);
  await client.end();
}
