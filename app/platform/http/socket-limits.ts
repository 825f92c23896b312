import { createServer, type RequestListener, type Server, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { UPLOAD_LIMIT } from "./body-limits.ts";
import { securityHeaders } from "./security-headers.ts";

/** Source: security model, section 9. */
const LIMITS = {
  headersBytes: 16 * 1024,
  headersTimeoutMs: 5000,
  keepAliveMs: 5000,
  requestsPerSocket: 100,
  sockets: 1000,
  /** A reader who takes nothing for this long is gone. */
  silenceMs: 30_000,
};

/** A server that gives nobody more time or room than an honest slow line needs. */
export function limitedServer(listener: RequestListener): Server {
  const server = createServer(
    { maxHeaderSize: LIMITS.headersBytes, connectionsCheckingInterval: 1000, requireHostHeader: true },
    listener,
  );
  server.headersTimeout = LIMITS.headersTimeoutMs;
  // The body's own time is counted in body-limits.ts, by route; this only stands behind it.
  server.requestTimeout = UPLOAD_LIMIT.timeoutMs + 5000;
  server.keepAliveTimeout = LIMITS.keepAliveMs;
  server.maxRequestsPerSocket = LIMITS.requestsPerSocket;
  server.maxConnections = LIMITS.sockets;
  server.setTimeout(LIMITS.silenceMs);
  // Whoever asks before sending is answered by the body's guard, not by Node's blind yes.
  server.on("checkContinue", listener);
  server.on("clientError", answerBrokenRequest);
  return server;
}

const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** What is not even a request gets the same headers as everything else, and no page. */
function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
  const status = STATUS_BY_CODE[error.code ?? ""] ?? 400;
  const headers = {
    ...securityHeaders("none"),
    "Cache-Control": "no-store",
    "Content-Length": "0",
    Connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("\r\n")}\r\n\r\n`);
}
