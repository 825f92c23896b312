import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";

/** One request as the bundle sees it. */
export interface OpenRequest {
  readonly context: AppLoadContext;
  /** The id under which an error of this request was logged, if there was one. */
  errorId(): string | undefined;
  /** Runs what may wait until the answer has left, then wipes keys. */
  finish(): Promise<void>;
}

export interface ErrorPageRequest {
  /** A key below `common.error`. */
  readonly name: string;
  readonly cookie: string | null;
  readonly acceptLanguage: string | null;
  readonly errorId: string | null;
}

/** What `entry.server.tsx` gives to the server around it, besides what Remix asks of it. */
export interface WebEntry {
  /** @param taken resolves once the reader has taken what was written; false where the reader has gone */
  openRequest(nonce: string, pathOf: PathOf, taken: () => Promise<boolean>): OpenRequest;
  errorPage(request: ErrorPageRequest): string;
  /** Opens the database and all else the process needs; the answer closes it again. */
  startProcess(): Promise<() => Promise<void>>;
  /** Starts the process and serves until it is told to end. */
  serve(parts: { build: WebBuild; files: string | RequestHandler }): Promise<void>;
}

/** The address of a page by its name, or null where there is no such page or a parameter does not fit. */
export type PathOf = (pageId: string, params: Readonly<Record<string, string>>) => string | null;

export type WebBuild = ServerBuild;

export function entryOf(build: WebBuild): WebEntry {
  return build.entry.module as unknown as WebEntry;
}
