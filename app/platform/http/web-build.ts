import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { precompress } from "./precompress.ts";
import type { WebBuild } from "./web-entry.ts";

const SOURCES = ["app", "public", "vite.config.ts", "package-lock.json"];
const NOT_SOURCES = /(^|[\\/])(cli|README\.md)([\\/]|$)|\.d\.ts$/;
const PATIENCE_MS = 300_000;

/** Where a build of the project in `root` lies. */
export function buildPaths(root: string) {
  return {
    server: join(root, "build/server/index.js"),
    files: join(root, "build/client"),
    mark: join(root, "build/.complete"),
  };
}

export async function loadBuild(root: string): Promise<WebBuild> {
  return import(pathToFileURL(buildPaths(root).server).href);
}

/** Builds where nothing is built yet or a source is newer. @returns whether it built */
export async function buildWhenStale(root: string): Promise<boolean> {
  if (!isStale(root)) return false;
  return oneAtATime(root, async () => {
    // Somebody else may have built while this process waited.
    if (!isStale(root)) return false;
    build(root);
    return true;
  });
}

/** The bundles for server and browser, then the compressed copies of what browsers load. */
export function build(root: string): void {
  const remix = join(createRequire(import.meta.url).resolve("@remix-run/dev/package.json"), "../dist/cli.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [remix, "vite:build", "--logLevel", "warn"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", VITEST: undefined },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the web build failed:\n${stdout}\n${stderr}`);
  const { files, mark } = buildPaths(root);
  precompress(files);
  closeSync(openSync(mark, "w"));
}

function isStale(root: string): boolean {
  const { server, mark } = buildPaths(root);
  if (!existsSync(server) || !existsSync(mark)) return true;
  const builtAt = statSync(server).mtimeMs;
  return SOURCES.some((source) => newest(join(root, source)) > builtAt);
}

function newest(path: string): number {
  if (!existsSync(path) || NOT_SOURCES.test(path)) return 0;
  const { mtimeMs, isDirectory } = { ...statSync(path), isDirectory: statSync(path).isDirectory() };
  if (!isDirectory) return mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Two starts at once must not write into the same folder. */
async function oneAtATime<T>(root: string, work: () => Promise<T>): Promise<T> {
  const lock = join(root, "node_modules/.thaw-build.lock");
  const until = Date.now() + PATIENCE_MS;
  mkdirSync(join(root, "node_modules"), { recursive: true });
  while (!take(lock)) {
    if (Date.now() > until) throw new Error(`another build seems to be running; if none is, remove ${lock}`);
    await sleep(250);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    const file = openSync(lock, "wx");
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch {
    if (existsSync(lock) && !isAlive(Number(readFileSync(lock, "utf8")))) rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
