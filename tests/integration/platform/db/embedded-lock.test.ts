import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, openDatabase } from "#app/platform/db/database.server.ts";
import { lockDirectory } from "#app/platform/db/embedded-lock.server.ts";
import { inContext } from "#app/platform/db/in-context.server.ts";

const HOLDER = join(import.meta.dirname, "processes", "hold-database.ts");

describe("the lock on the embedded database's directory", () => {
  let dataDir: string;
  let holders: ChildProcess[];

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "thaw-lock-"));
    holders = [];
  });

  afterEach(async () => {
    for (const holder of holders) if (holder.exitCode === null && !holder.signalCode) await kill(holder);
    await rm(dataDir, { recursive: true });
  });

  const startHolder = () => {
    const holder = spawn(process.execPath, ["--import", "tsx", HOLDER, dataDir], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    holders.push(holder);
    return holder;
  };
  const firstLine = async (holder: ChildProcess) => String((await once(holder.stdout!, "data"))[0]).trim();
  const kill = async (holder: ChildProcess) => {
    holder.kill("SIGKILL");
    await once(holder, "exit");
  };

  test("tells a second process which one holds it, and lets it in when that one has ended", async () => {
    const first = startHolder();
    expect(await firstLine(first)).toBe("holding");
    expect(await firstLine(startHolder())).toMatch(
      new RegExp(`^DirectoryLocked: Process ${first.pid} holds the database`),
    );
    first.stdin!.end();
    await once(first, "exit");
    expect(await firstLine(startHolder())).toBe("holding");
  });

  test("is taken over from a process that was killed, and nothing that it was told is kept is lost", async () => {
    const first = startHolder();
    expect(await firstLine(first)).toBe("holding");
    await kill(first);
    await openDatabase({ kind: "embedded", dataDir });
    const teams = await inContext({ role: "public" }, (tx) => tx.team.findMany());
    await closeDatabase();
    expect(teams.map(({ label }) => label)).toEqual(["held"]);
  });

  test("goes to exactly one of many who find it stale at once", async () => {
    for (let round = 0; round < 100; round++) {
      await writeFile(join(dataDir, "database.lock"), "999999 1 no-such-boot");
      const tries = await Promise.allSettled(Array.from({ length: 12 }, () => lockDirectory(dataDir)));
      const taken = tries.filter((one) => one.status === "fulfilled");
      expect(taken).toHaveLength(1);
      await taken[0]!.value();
    }
  });

  test("is stale when its number belongs to a younger process", async () => {
    await writeFile(join(dataDir, "database.lock"), `${process.ppid} 1 another-boot`);
    const release = await lockDirectory(dataDir);
    expect(await readFile(join(dataDir, "database.lock"), "utf8")).toMatch(new RegExp(`^${process.pid} `));
    await release();
    await expect(readFile(join(dataDir, "database.lock"))).rejects.toThrow("ENOENT");
  });
});
