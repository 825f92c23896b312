import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env, setEnv } from "#app/platform/env.server.ts";

/** A folder for the sealed objects of this process, and of servers that it starts on its database. Gone when it ends. */
export function newObjectHome(): string {
  const home = mkdtempSync(join(tmpdir(), "thaw-objects-"));
  setEnv({ ...env(), DATA_DIR: home });
  process.once("exit", () => rmSync(home, { recursive: true, force: true }));
  return home;
}
