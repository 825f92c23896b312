import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { projectRoot } from "./project-root.server.ts";

/**
 * Makes Prisma's client where it is missing or older than the schema: on first need, never at install.
 * Call it before anything that imports `generated/` is loaded.
 * @returns whether it had to be made
 */
export function ensureGenerated(): boolean {
  const root = projectRoot();
  const made = join(root, "app", "platform", "db", "generated", "client.ts");
  if (existsSync(made) && statSync(made).mtimeMs >= newestSchema(join(root, "prisma", "schema"))) return false;
  const prisma = join(dirname(createRequire(import.meta.url).resolve("prisma/package.json")), "build", "index.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, "generate", "--no-hints"], {
    cwd: root,
    // No look for a newer version: the product makes no outgoing request.
    env: { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`prisma generate failed:\n${stdout}\n${stderr}`);
  // Unchanged files keep their old time, and the next call would begin again.
  utimesSync(made, new Date(), new Date());
  return true;
}

function newestSchema(folder: string): number {
  return Math.max(...readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs));
}
