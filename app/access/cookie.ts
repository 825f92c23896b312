/** `__Host-`: only this host, only over a trustworthy connection, for every path. */
const SESSION_COOKIE = "__Host-s";
const ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=Strict";

/** The session's token, or null. Anything that has not the form of one is no cookie of ours. */
export function readSessionToken(cookieHeader: string | null): string | null {
  const match = /(?:^|;\s*)__Host-s=([A-Za-z0-9_-]{43})(?:;|$)/.exec(cookieHeader ?? "");
  return match?.[1] ?? null;
}

/** No `Max-Age`: the browser forgets it when it closes, whatever the server still remembers. */
export function sessionCookie(token: string): string {
  return `${SESSION_COOKIE}=${token}; ${ATTRIBUTES}`;
}

/** Takes the token out of the browser. */
export function endedSessionCookie(): string {
  return `${SESSION_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;
}
