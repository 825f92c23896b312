import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { now } from "#app/platform/clock.server.ts";
import { flushFolder, isObjectName, isPartialName, type ObjectName, objectFolder } from "./object-folder.server.ts";

const HOUR_MS = 3_600_000;
/** Times of objects are cut to the day, so two days are at least one. */
const ORPHAN_AGE_MS = 48 * HOUR_MS;
const PARTIAL_AGE_MS = HOUR_MS;
const AT_ONCE = 500;

/**
 * Removes what an interrupted upload or erasure left behind.
 * @param known of these names, those that a row holds; asked for in batches
 * @returns how many files were removed
 */
export async function sweepObjects(
  known: (names: readonly ObjectName[]) => Promise<ReadonlySet<ObjectName>>,
): Promise<number> {
  const folder = await objectFolder();
  const all = await readdir(folder);
  const old = (names: readonly string[], ageMs: number) => olderThan(folder, names, ageMs);
  let removed = await removeAll(folder, await old(all.filter(isPartialName), PARTIAL_AGE_MS));
  const objects = await old(all.filter(isObjectName), ORPHAN_AGE_MS);
  for (let at = 0; at < objects.length; at += AT_ONCE) {
    const batch = objects.slice(at, at + AT_ONCE);
    const kept = await known(batch);
    removed += await removeAll(
      folder,
      batch.filter((name) => !kept.has(name)),
    );
  }
  return removed;
}

async function olderThan(folder: string, names: readonly string[], ageMs: number): Promise<string[]> {
  const latest = now().getTime() - ageMs;
  const old: string[] = [];
  for (const name of names) {
    // Another process may have taken it away since the folder was read.
    const found = await stat(join(folder, name)).catch(() => null);
    if (found && found.mtimeMs < latest) old.push(name);
  }
  return old;
}

async function removeAll(folder: string, names: readonly string[]): Promise<number> {
  for (const name of names) await rm(join(folder, name), { force: true });
  if (names.length > 0) await flushFolder(folder);
  return names.length;
}
