import type { Server } from "node:http";
import type { RequestHandler } from "express";
import { projectRoot } from "#app/platform/db/project-root.server.ts";
import { type Env, env } from "#app/platform/env.server.ts";
import type { WebBuild } from "#app/platform/http/web-entry.ts";

export const summary = "Serve the product; builds it first where needed";
export const usage = `
Usage: npx thaw serve [--dev]

  --dev   take every source file afresh, for people who change the product

Settings come from the environment, .env and SECRETS_FILE; .env.example explains each.
SIGTERM and SIGINT end it in order: no new connections, open answers finish, the database closes.
`;

const PATIENCE_MS = 10_000;

export async function run(args: readonly string[]): Promise<void> {
  const settings = env();
  const server = args.includes("--dev") ? await developmentServer(settings) : await builtServer(settings);
  await server.until("SIGTERM", "SIGINT");
}

async function builtServer(settings: Env): Promise<RunningServer> {
  process.env.NODE_ENV = "production";
  const { buildPaths, buildWhenStale, loadBuild } = await import("#app/platform/http/web-build.ts");
  const root = projectRoot();
  await buildWhenStale(root);
  return start(settings, await loadBuild(root), buildPaths(root).files);
}

/** The same server with the same headers; only the files come straight from their sources. */
async function developmentServer(settings: Env): Promise<RunningServer> {
  process.env.NODE_ENV = "development";
  const { createServer } = await import("vite");
  const vite = await createServer({ root: projectRoot(), server: { middlewareMode: true } });
  const build = (await vite.ssrLoadModule("virtual:remix/server-build")) as WebBuild;
  return start(settings, build, vite.middlewares as RequestHandler);
}

async function start(settings: Env, build: WebBuild, files: string | RequestHandler): Promise<RunningServer> {
  const { createHttpServer } = await import("#app/platform/http/create-http-server.ts");
  const { entryOf } = await import("#app/platform/http/web-entry.ts");
  const { logError, logEvent } = await import("#app/platform/log.server.ts");
  // One forgotten promise of one page must not throw everybody else out.
  process.on("unhandledRejection", logError);
  const stopProcess = await entryOf(build).startProcess();
  const server = createHttpServer({ build, env: settings, files });
  await listen(server, settings);
  logEvent(`listening on ${settings.PUBLIC_ORIGINS[0]}`);
  return new RunningServer(server, stopProcess);
}

function listen(server: Server, { PORT, HOST }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Error(`PORT ${PORT} is in use; set another one`) : error),
    );
    server.listen(PORT, HOST, resolve);
  });
}

class RunningServer {
  constructor(
    private readonly server: Server,
    private readonly stopProcess: () => Promise<void>,
  ) {}

  /** Waits for a signal, then ends in order. */
  async until(...signals: NodeJS.Signals[]): Promise<void> {
    await new Promise<void>((resolve) => {
      for (const signal of signals) process.once(signal, () => resolve());
    });
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
    const patience = setTimeout(() => this.server.closeAllConnections(), PATIENCE_MS).unref();
    await closed;
    clearTimeout(patience);
    await this.stopProcess();
  }
}
