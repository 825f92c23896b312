import type { ErrorRequestHandler, Request, Response } from "express";
import { logError } from "#app/platform/log.server.ts";
import type { WebEntry } from "./web-entry.ts";

/** Statuses that are answered before or around the framework, and special words for one of them. */
export type ErrorName = "400" | "404" | "405" | "408" | "413" | "421" | "500" | "forbidden-origin" | "slow-upload";

const STATUS: Partial<Record<ErrorName, number>> = { "forbidden-origin": 403, "slow-upload": 408 };

export type AnswerError = (req: Request, res: Response, name: ErrorName, errorId?: string) => void;

/** Error pages in the reader's language and the product's look, made by the bundle; plain words if even that breaks. */
export function errorAnswerer(entry: Pick<WebEntry, "errorPage">): AnswerError {
  return (req, res, name, errorId) => {
    const status = STATUS[name] ?? Number(name);
    res
      .status(status)
      .type("html")
      .send(pageOrWords(entry, req, name, status, errorId));
  };
}

function pageOrWords(
  entry: Pick<WebEntry, "errorPage">,
  req: Request,
  name: ErrorName,
  status: number,
  errorId?: string,
): string {
  const { cookie = null, "accept-language": acceptLanguage = null } = req.headers;
  try {
    return entry.errorPage({ name, cookie, acceptLanguage, errorId: errorId ?? null });
  } catch (error) {
    logError(error);
    return `<!doctype html><meta charset="utf-8"><title>${status}</title><p>${status}</p>`;
  }
}

/** The last stop: what nobody caught. The page tells a number, the log the place in the program, neither the content. */
export function lastErrorHandler(answerError: AnswerError): ErrorRequestHandler {
  return (error, req, res, _next) => {
    if (req.destroyed && !req.complete) return;
    const errorId = logError(error);
    res.locals.errorId = errorId;
    if (res.headersSent) res.destroy();
    else answerError(req, res, "500", errorId);
  };
}
