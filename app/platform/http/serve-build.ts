import type { Server } from "node:http";
import { env } from "#app/platform/env.server.ts";
import { logError, logEvent } from "#app/platform/log.server.ts";
import { createHttpServer, type HttpServerParts } from "./create-http-server.ts";
import { listen } from "./listen.ts";
import { entryOf } from "./web-entry.ts";

const PATIENCE_MS = 10_000;

/**
 * Opens all the process needs, serves until SIGTERM or SIGINT, and ends in order: no new connections, open answers
 * finish, the database closes. It is part of the bundle, so that a serving process needs no compiler beside it.
 * @throws Error with one plain line where the port is taken or the process may not start
 */
export async function serve(parts: Pick<HttpServerParts, "build" | "files">): Promise<void> {
  // One forgotten promise of one page must not throw everybody else out.
  process.on("unhandledRejection", logError);
  const stopProcess = await entryOf(parts.build).startProcess();
  const settings = env();
  const server = createHttpServer({ ...parts, env: settings });
  await listen(server, settings);
  logEvent(`listening on ${settings.PUBLIC_ORIGINS[0]}`);
  await signalled("SIGTERM", "SIGINT");
  await closed(server);
  await stopProcess();
}

function signalled(...signals: NodeJS.Signals[]): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
  });
}

async function closed(server: Server): Promise<void> {
  const end = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
  await end;
  clearTimeout(patience);
}
