import { readFileSync, unlinkSync } from "node:fs";
import { link, readFile, rename, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Two tries of one process must not clear away each other's draft. */
let tries = 0;

/** Another process works on the directory; the message is for the person at the terminal. */
export class DirectoryLocked extends Error {
  override readonly name = "DirectoryLocked";
  readonly pid: number;

  constructor(dataDir: string, pid: number) {
    super(
      `Process ${pid} holds the database in ${dataDir}. Stop it first, or use a PostgreSQL server (DATABASE_URL), which many processes may share.`,
    );
    this.pid = pid;
  }
}

/**
 * Takes the directory for this process.
 * @returns how to give it back; a process that dies leaves the lock, and the next one takes it over
 * @throws DirectoryLocked naming the process that holds it
 */
export async function lockDirectory(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, "database.lock");
  const own = identity(process.pid);
  const draft = `${path}.${process.pid}.${++tries}`;
  await writeFile(draft, own);
  try {
    await take(path, draft, dataDir);
  } finally {
    await unlink(draft).catch(ignoreMissing);
  }
  const releaseNow = () => {
    if (readOr(path, "") === own) unlinkSync(path);
  };
  process.once("exit", releaseNow);
  return async () => {
    process.off("exit", releaseNow);
    releaseNow();
  };
}

/** `link` puts the finished file in place in one step, or fails: nobody ever reads a lock half written. */
async function take(path: string, draft: string, dataDir: string): Promise<void> {
  for (;;) {
    if (await linked(draft, path)) return;
    const holder = await readFile(path, "utf8").catch(ignoreMissing);
    if (holder === undefined) continue;
    if (isAlive(holder)) throw new DirectoryLocked(dataDir, pidOf(holder));
    if (await succeeded(path, draft, holder, dataDir)) return;
  }
}

/**
 * Takes over from a dead holder. Of several who try, one gets the file that names the dead one's successor; having it,
 * it looks again, because somebody may have finished doing the same a moment ago.
 */
async function succeeded(path: string, draft: string, dead: string, dataDir: string): Promise<boolean> {
  const heir = `${path}.after-${dead.replace(/\W/g, "-")}`;
  if (!(await linked(draft, heir))) {
    const other = await readFile(heir, "utf8").catch(ignoreMissing);
    if (other !== undefined && isAlive(other)) throw new DirectoryLocked(dataDir, pidOf(other));
    if (other !== undefined) await unlink(heir).catch(ignoreMissing);
    return false;
  }
  try {
    if ((await readFile(path, "utf8").catch(ignoreMissing)) !== dead) return false;
    await rename(draft, path);
    return true;
  } finally {
    await unlink(heir).catch(ignoreMissing);
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

const pidOf = (holder: string) => Number(holder.split(" ")[0]);

/** A number alone is not a process: after a restart, or in a container, somebody else may have it. */
function isAlive(holder: string): boolean {
  const pid = pidOf(holder);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return identity(pid) === holder;
}

/** Number, moment of birth in clock ticks and boot, where the system tells them (Linux); elsewhere the number. */
function identity(pid: number): string {
  // The second field may hold spaces and brackets; the moment of birth is the twentieth after it.
  const born = readOr(`/proc/${pid}/stat`, "").split(") ").at(-1)?.split(" ")[19] ?? "";
  return `${pid} ${born} ${readOr("/proc/sys/kernel/random/boot_id", "").trim()}`.trim();
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return otherwise;
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
  return undefined;
}
