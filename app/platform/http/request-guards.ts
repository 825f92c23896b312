import type { Request, RequestHandler } from "express";
import type { Env } from "#app/platform/env.server.ts";
import type { AnswerError } from "./error-answer.ts";
import type { KnownRoute, RouteTable } from "./route-table.ts";

/** Targets that no browser sends: another scheme, a double slash, control characters, broken percent signs. */
export function wellFormedTarget(answerError: AnswerError): RequestHandler {
  return (req, res, next) => {
    const isWellFormed = /^\/(?!\/)[\x21-\x7e]*$/.test(req.url) && !req.url.includes("\\") && canDecode(req.path);
    return isWellFormed ? next() : answerError(req, res, "400");
  };
}

function canDecode(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

const FORWARDED =
  /^(forwarded|x-forwarded-.*|x-real-ip|x-original-url|x-rewrite-url|x-http-method-override|via|client-ip)$/;

/**
 * Drops every header by which a proxy speaks for its client. A proxy that is trusted may tell which host was asked
 * for; addresses of readers are not wanted from anybody.
 */
export function dropForwardedHeaders({ TRUST_PROXY }: Pick<Env, "TRUST_PROXY">): RequestHandler {
  return (req, _res, next) => {
    const host = TRUST_PROXY ? single(req.headers["x-forwarded-host"]) : undefined;
    for (const name of Object.keys(req.headers)) if (FORWARDED.test(name)) delete req.headers[name];
    if (host) req.headers.host = host;
    next();
  };
}

function single(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && !value.includes(",") ? value : undefined;
}

/** Only names that were configured: a page must never carry a host that somebody made up. */
export function knownHost({ PUBLIC_ORIGINS }: Pick<Env, "PUBLIC_ORIGINS">, answerError: AnswerError): RequestHandler {
  const schemes = new Map(
    PUBLIC_ORIGINS.map((origin) => [new URL(origin).host, new URL(origin).protocol.slice(0, -1)]),
  );
  return (req, res, next) => {
    const scheme = schemes.get((req.headers.host ?? "").toLowerCase());
    // A supervisor asks this machine, by whatever name it has inside; the answer says nothing but "ok".
    if (!scheme && req.path !== "/healthz") return answerError(req, res, "421");
    // What readers opened, also where a proxy has taken the encryption off on the way.
    Object.defineProperty(req, "protocol", { value: scheme ?? "http" });
    return next();
  };
}

const METHODS = ["GET", "HEAD", "POST"];

export function knownMethod(answerError: AnswerError): RequestHandler {
  return (req, res, next) => {
    if (METHODS.includes(req.method)) return next();
    res.setHeader("Allow", METHODS.join(", "));
    return answerError(req, res, "405");
  };
}

/**
 * The framework's own endpoints for navigation by script. No page uses them, so nobody else needs them: a loader is
 * reached only through its page.
 */
export function closedFrameworkEndpoints(answerError: AnswerError): RequestHandler {
  return (req, res, next) => {
    const isClosed =
      req.path.endsWith(".data") || req.path === "/__manifest" || "_data" in req.query || "_routes" in req.query;
    return isClosed ? answerError(req, res, "404") : next();
  };
}

/** Finds the route, for the log and for what follows, and refuses what it has no door for. */
export function knownRoute(table: RouteTable, answerError: AnswerError): RequestHandler {
  return (req, res, next) => {
    const route = table.find(req.path);
    res.locals.route = route;
    // An unknown address goes on: the framework draws the page of what is not there.
    if (!route || route.methods.includes(req.method)) return next();
    res.setHeader("Allow", route.methods.join(", "));
    return answerError(req, res, "405");
  };
}

export function routeOf(res: { locals: Record<string, unknown> }): KnownRoute | null {
  return (res.locals.route as KnownRoute | null | undefined) ?? null;
}

/**
 * A change is taken only from a form of our own pages. Stands before the framework, whose own check accepts a missing
 * `Origin` and skips resource routes.
 */
export function ownOrigin({ PUBLIC_ORIGINS }: Pick<Env, "PUBLIC_ORIGINS">, answerError: AnswerError): RequestHandler {
  return (req, res, next) => {
    if (req.method !== "POST" || isOwn(req, PUBLIC_ORIGINS)) return next();
    return answerError(req, res, "forbidden-origin");
  };
}

function isOwn(req: Request, origins: readonly string[]): boolean {
  const { origin = "", host = "" } = req.headers;
  const site = req.headers["sec-fetch-site"] ?? "same-origin";
  return origins.includes(origin) && new URL(origin).host === host.toLowerCase() && site === "same-origin";
}
