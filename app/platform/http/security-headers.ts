import type { RequestHandler, Response } from "express";
import { randomToken } from "#app/platform/crypto/random.server.ts";
import type { Env } from "#app/platform/env.server.ts";

/** For files that people download: whatever is in them stays inert, even if a browser shows it. */
export const DOWNLOAD_POLICY = "sandbox; default-src 'none'";

const FEATURES = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "clipboard-read",
  "clipboard-write",
  "compute-pressure",
  "cross-origin-isolated",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "keyboard-map",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "otp-credentials",
  "payment",
  "picture-in-picture",
  "publickey-credentials-create",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "sync-xhr",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];

/** On every answer, whoever makes it. Source: security model, section 10. */
const FIXED: Readonly<Record<string, string>> = {
  // Not `no-referrer`: browsers would then send `Origin: null` with every form used without scripts.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Permissions-Policy": FEATURES.map((feature) => `${feature}=()`).join(", "),
};

const TWO_YEARS = "max-age=63072000; includeSubDomains; preload";

type Origins = Pick<Env, "PUBLIC_ORIGINS" | "ONION_LOCATION">;

/** Headers that do not depend on an Express answer; also for answers written straight to a socket. */
export function securityHeaders(nonce: string): Record<string, string> {
  return { "Content-Security-Policy": contentPolicy(nonce), ...FIXED };
}

function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
  ].join("; ");
}

/**
 * Sets the headers at the last moment before an answer leaves, so that no framework, file server or error handler can
 * lose or change them. Puts the nonce of this answer into `res.locals.nonce`.
 */
export function withSecurityHeaders(env: Origins): RequestHandler {
  return (req, res, next) => {
    const nonce = newNonce();
    res.locals.nonce = nonce;
    const writeHead = res.writeHead;
    res.writeHead = function writeHeadWithPolicy(this: Response, ...args: Parameters<typeof writeHead>) {
      if (typeof args[0] === "number") res.statusCode = args[0];
      applyTo(res, { nonce, env, host: req.headers.host ?? "", path: req.method === "GET" ? req.originalUrl : "/" });
      return writeHead.apply(this, args);
    } as typeof writeHead;
    next();
  };
}

interface Answer {
  readonly nonce: string;
  readonly env: Origins;
  readonly host: string;
  readonly path: string;
}

function applyTo(res: Response, { nonce, env, host, path }: Answer): void {
  const isDownload = res.getHeader("Content-Security-Policy") === DOWNLOAD_POLICY;
  for (const [name, value] of Object.entries(securityHeaders(nonce))) {
    if (!(isDownload && name === "Content-Security-Policy")) res.setHeader(name, value);
  }
  // Pages are kept by nobody; published pages and hashed files say so themselves, and only when all went well.
  if (!res.hasHeader("Cache-Control") || res.statusCode >= 400) res.setHeader("Cache-Control", "no-store");
  const origin = env.PUBLIC_ORIGINS.find((candidate) => new URL(candidate).host === host.toLowerCase());
  if (!origin?.startsWith("https:") || new URL(origin).hostname.endsWith(".onion")) return;
  res.setHeader("Strict-Transport-Security", TWO_YEARS);
  if (env.ONION_LOCATION) res.setHeader("Onion-Location", `${env.ONION_LOCATION}${path}`);
}

function newNonce(): string {
  return randomToken();
}
