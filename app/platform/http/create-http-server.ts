import { once } from "node:events";
import type { Server } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import express, { type Request, type RequestHandler, type Response } from "express";
import type { Env } from "#app/platform/env.server.ts";
import { logAnswer, logError } from "#app/platform/log.server.ts";
import { boundedBody, timelyBody } from "./body-limits.ts";
import { errorAnswerer, lastErrorHandler } from "./error-answer.ts";
import {
  closedFrameworkEndpoints,
  dropForwardedHeaders,
  knownHost,
  knownMethod,
  knownRoute,
  ownOrigin,
  routeOf,
  wellFormedTarget,
} from "./request-guards.ts";
import { type RouteTable, routeTable } from "./route-table.ts";
import { withSecurityHeaders } from "./security-headers.ts";
import { limitedServer } from "./socket-limits.ts";
import { staticFiles } from "./static-files.ts";
import { entryOf, type OpenRequest, type WebBuild, type WebEntry } from "./web-entry.ts";

export interface HttpServerParts {
  readonly build: WebBuild;
  readonly env: Pick<Env, "PUBLIC_ORIGINS" | "ONION_LOCATION" | "TRUST_PROXY">;
  /** Folder of the built files; while somebody develops, a middleware takes its place. */
  readonly files: string | RequestHandler;
}

/** Everything between a socket and the framework. Each guard is one line here and one function in its own file. */
export function createHttpServer({ build, env, files }: HttpServerParts): Server {
  const entry = entryOf(build);
  const routes = routeTable(build.routes);
  const answerError = errorAnswerer(entry);
  const app = express().disable("x-powered-by").disable("etag");
  app.use(withSecurityHeaders(env));
  app.use(loggedAnswers());
  app.use(wellFormedTarget(answerError));
  app.use(dropForwardedHeaders(env));
  app.use(knownHost(env, answerError));
  app.use(knownMethod(answerError));
  app.use(typeof files === "string" ? staticFiles(files) : files);
  app.use(closedFrameworkEndpoints(answerError));
  app.use(knownRoute(routes, answerError));
  app.use(boundedBody(answerError));
  app.use(ownOrigin(env, answerError));
  app.use(timelyBody(answerError));
  app.use(framework(build, entry, routes));
  app.use(lastErrorHandler(answerError));
  return limitedServer(app);
}

function loggedAnswers(): RequestHandler {
  return (req, res, next) => {
    const begun = performance.now();
    res.once("finish", () => {
      const known = routeOf(res);
      const route = res.locals.routeName ?? (known ? `/${known.loggedAs}` : "none");
      const { errorId } = res.locals;
      logAnswer({ route, method: req.method, status: res.statusCode, durationMs: performance.now() - begun, errorId });
    });
    next();
  };
}

/** What an action did not read would stand in the way of the next request on the same socket. */
function dropUnreadBody(req: Request): void {
  if (req.complete) return;
  req.removeAllListeners("data");
  req.resume();
}

/** The framework writes without looking whether anybody reads; a long answer has to ask here between its pieces. */
async function taken(res: Response): Promise<boolean> {
  if (res.writableNeedDrain && !res.destroyed) {
    await new Promise<void>((go) => {
      const end = () => {
        res.off("drain", end);
        res.off("close", end);
        go();
      };
      res.on("drain", end);
      res.on("close", end);
    });
  }
  return !res.destroyed;
}

function framework(build: WebBuild, entry: WebEntry, routes: RouteTable): RequestHandler {
  const opened = new WeakMap<object, OpenRequest>();
  const handle = createRequestHandler({
    build,
    mode: process.env.NODE_ENV ?? "production",
    getLoadContext: (_req, res) => (opened.get(res) as OpenRequest).context,
  });
  return async (req, res, next) => {
    const request = entry.openRequest(res.locals.nonce, routes.pathOf, () => taken(res));
    opened.set(res, request);
    const closed = once(res, "close");
    // The log's line is written when the answer ends; by then the framework has reported what broke.
    res.prependOnceListener("finish", () => {
      res.locals.errorId ??= request.errorId();
    });
    await handle(req, res, next);
    dropUnreadBody(req);
    // Keys stay open until the answer has left and no loader is at work any more.
    await closed;
    await request.finish().catch(logError);
  };
}
