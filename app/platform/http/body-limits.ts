import type { Request, RequestHandler, Response } from "express";
import { FILE_LIMIT_BYTES, FILES_AT_ONCE } from "#app/platform/sanitiser/file-kinds.ts";
import type { AnswerError } from "./error-answer.ts";
import { routeOf } from "./request-guards.ts";

interface BodyLimit {
  readonly sizeBytes: number;
  readonly timeoutMs: number;
  /** Slower than this, once it had some seconds to begin, is a way to hold a socket. */
  readonly leastBytesPerSecond: number;
}

const KIB = 1024;
/** Source: security model, section 9. */
export const FORM_LIMIT: BodyLimit = { sizeBytes: 256 * KIB, timeoutMs: 15_000, leastBytesPerSecond: 0 };
export const UPLOAD_LIMIT: BodyLimit = {
  sizeBytes: FILES_AT_ONCE * FILE_LIMIT_BYTES + 256 * KIB,
  timeoutMs: 300_000,
  leastBytesPerSecond: 4 * KIB,
};

const GRACE_SECONDS = 5;
/** After a refusal the rest is read and dropped for this long: a socket closed at once would take the page with it. */
const LINGER_MS = 3000;

/** Only a form with files may be large: any other is read whole into memory, wherever it goes. */
function limitFor(req: Request, res: Response): BodyLimit {
  const isWithFiles = /^multipart\/form-data\s*;/i.test(req.headers["content-type"] ?? "");
  return isWithFiles && routeOf(res)?.takesUploads ? UPLOAD_LIMIT : FORM_LIMIT;
}

/**
 * Counts a body before the framework reads it. The length must be declared: browsers always do, and Node then stops
 * at exactly that many bytes. Endless chunks are refused before the first one.
 */
export function boundedBody(answerError: AnswerError): RequestHandler {
  return (req, res, next) => {
    const { sizeBytes } = limitFor(req, res);
    const length = req.headers["content-length"];
    const hasBody = length !== undefined || req.headers["transfer-encoding"] !== undefined;
    if (req.method !== "POST" && !hasBody) return next();
    const isDeclared = length !== undefined && req.headers["transfer-encoding"] === undefined;
    if (req.method === "POST" && isDeclared && Number(length) <= sizeBytes) return proceed(req, res, next);
    if (req.method !== "POST" && isDeclared && Number(length) === 0) return next();
    refuseRest(req, res);
    return answerError(req, res, "413");
  };
}

function proceed(req: Request, res: Response, next: () => void): void {
  if (req.headers.expect?.toLowerCase() === "100-continue") res.writeContinue();
  next();
}

function refuseRest(req: Request, res: Response): void {
  res.setHeader("Connection", "close");
  req.resume();
  // Its own timer keeps no process alive; the socket is gone either way.
  const end = setTimeout(() => req.socket.destroy(), LINGER_MS).unref();
  req.socket.once("close", () => clearTimeout(end));
}

/** A body must arrive in time, and an upload at a pace. */
export function timelyBody(answerError: AnswerError): RequestHandler {
  return (req, res, next) => {
    if (req.method !== "POST") return next();
    const limit = limitFor(req, res);
    const { timeoutMs, leastBytesPerSecond } = limit;
    // Files are read by other processes before there is anything to answer; that silence is ours.
    if (limit === UPLOAD_LIMIT) req.socket.setTimeout(timeoutMs);
    const stop = (): void => {
      clearInterval(watch);
      clearTimeout(timer);
    };
    const giveUp = (): void => {
      stop();
      if (res.headersSent) return void req.destroy();
      refuseRest(req, res);
      answerError(req, res, limit === UPLOAD_LIMIT ? "slow-upload" : "408");
    };
    const begun = Date.now();
    const timer = setTimeout(giveUp, timeoutMs).unref();
    const watch = setInterval(() => {
      const seconds = (Date.now() - begun) / 1000 - GRACE_SECONDS;
      if (seconds > 0 && req.socket.bytesRead < seconds * leastBytesPerSecond) giveUp();
    }, 1000).unref();
    req.once("end", stop);
    req.once("close", stop);
    next();
  };
}
