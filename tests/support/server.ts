import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { env } from "#app/platform/env.server.ts";
import type { TestDatabase } from "./database.ts";
import { TEST_SECRETS } from "./world.ts";

const ROOT = join(import.meta.dirname, "../..");
const READY_MS = 60_000;

export interface RunningServer {
  /** such as http://127.0.0.1:41234 */
  readonly origin: string;
  readonly process: ChildProcess;
  /** everything it has written so far */
  readonly log: () => string;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/**
 * The real server in a process of its own, on a free loopback port. The build is made once a run by `build-setup.ts`.
 * @param settings such as DATABASE_URL or DATA_DIR; the secrets are those of `newWorld`
 */
export async function startServer(settings: Readonly<Record<string, string>>): Promise<RunningServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(ROOT, "app/cli/thaw.mjs"), "serve"], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      PORT: String(port),
      PEPPER: TEST_SECRETS.pepper,
      DIRECTORY_KEY: TEST_SECRETS.directoryKey,
      ...settings,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece) => (output += String(piece)));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const server: RunningServer = {
    origin: `http://127.0.0.1:${port}`,
    process: child,
    log: () => output,
    stop: async (signal = "SIGTERM") => {
      child.kill(signal);
      await ended;
    },
  };
  await untilReady(server);
  return server;
}

/** The same on a suite's own database, without a log. */
export function startServerOn({ config }: TestDatabase): Promise<RunningServer> {
  const database = config();
  if (database.kind === "embedded") throw new Error("the suite's process holds the embedded database already");
  return startServer({ DATABASE_URL: database.url, DATA_DIR: env().DATA_DIR, LOG: "off" });
}

async function untilReady({ origin, process: child, log }: RunningServer): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended at once:\n${log()}`);
    const answer = await fetch(`${origin}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`the server was not ready in ${READY_MS / 1000} s:\n${log()}`);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
