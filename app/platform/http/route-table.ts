import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import type { PathOf } from "./web-entry.ts";

type ServerRoute = NonNullable<ServerBuild["routes"][string]>;

/** A page or resource as the door before the framework knows it. */
export interface KnownRoute {
  readonly id: string;
  /** `cases/:caseId`; the only form of an address that may stand in a log. */
  readonly pattern: string;
  /** what does stand there: the pattern, or one name for several pages */
  readonly loggedAs: string;
  readonly methods: readonly string[];
  readonly takesUploads: boolean;
}

export interface RouteTable {
  find(pathname: string): KnownRoute | null;
  pathOf: PathOf;
}

const PARAMETER = /^[A-Za-z0-9_-]{1,100}$/;

/** All routes of a build with what may be done there. */
export function routeTable(routes: ServerBuild["routes"]): RouteTable {
  const all = Object.values(routes).filter((route): route is ServerRoute => route !== undefined);
  const tree = childrenOf(undefined, all);
  const known = new Map(all.map((route) => [route.id, describe(route, all)]));
  return {
    find: (pathname) => known.get(matchRoutes(tree, pathname)?.at(-1)?.route.id ?? "") ?? null,
    pathOf: (pageId, params) => {
      const route = known.get(pageId);
      return route?.methods.includes("GET") ? fill(route.pattern, params) : null;
    },
  };
}

type RouteObject = Parameters<typeof matchRoutes>[0][number];

function childrenOf(parentId: string | undefined, all: readonly ServerRoute[]): RouteObject[] {
  const children = all.filter((route) => route.parentId === parentId);
  return children.map(({ id, path, index, caseSensitive }) => {
    const route = { id, caseSensitive: caseSensitive ?? false, ...(path !== undefined && { path }) };
    return index ? { ...route, index: true } : { ...route, children: childrenOf(id, all) };
  });
}

function describe(route: ServerRoute, all: readonly ServerRoute[]): KnownRoute {
  const { action, loader, default: component, handle } = route.module as unknown as Record<string, unknown>;
  const { upload, logAs } = (handle ?? {}) as { upload?: boolean; logAs?: string };
  const pattern = patternOf(route, all);
  const reads = component || loader ? ["GET", "HEAD"] : [];
  return {
    id: route.id,
    pattern,
    loggedAs: logAs ?? pattern,
    methods: action ? [...reads, "POST"] : reads,
    takesUploads: upload === true,
  };
}

function patternOf(route: ServerRoute, all: readonly ServerRoute[]): string {
  const parent = all.find(({ id }) => id === route.parentId);
  return [parent ? patternOf(parent, all) : "", route.path ?? ""].filter(Boolean).join("/");
}

function fill(pattern: string, params: Readonly<Record<string, string>>): string | null {
  const parts = pattern.split("/").map((part) => (part.startsWith(":") ? (params[part.slice(1)] ?? "") : part));
  const isWhole = parts.every((part, at) => !pattern.split("/")[at]?.startsWith(":") || PARAMETER.test(part));
  return isWhole && !pattern.includes("*") ? `/${parts.join("/")}` : null;
}
