import { now } from "#app/platform/clock.server.ts";
import { sessionCookie } from "./cookie.ts";
import { type FormValues, worthKeeping } from "./form-body.server.ts";
import { formTokenFor, ticketFor } from "./form-token.server.ts";
import { inSessionContext, type OpenSession, startSession } from "./session.server.ts";
import type { SessionContent } from "./session-content.ts";

/** What the 401 page is drawn from: a sign-in form that carries all that was typed, and the ticket back to where it was going. */
export interface SignInAgain {
  readonly reason: "ended" | "reauthenticate";
  readonly kept: string;
  readonly ticket: string;
  readonly formToken: string;
}

export function anonymousContent(now: number): SessionContent {
  return {
    stage: "anonymous",
    userId: null,
    hatId: null,
    startedAt: now,
    seenAt: now,
    reauthenticatedAt: null,
    shelf: {},
  };
}

/**
 * The answer to a form whose session has ended, or that wants a fresh proof of who is there. Nothing typed is lost:
 * it travels through the sign-in pages in the form itself and is sent on by the same person.
 */
export async function signInAgain(
  reason: SignInAgain["reason"],
  url: URL,
  values: FormValues,
  session: OpenSession | null,
): Promise<Response> {
  const at = session ?? (await inSessionContext((tx) => startSession(tx, anonymousContent(now().getTime()), null)));
  const token = typeof values.formToken === "string" ? values.formToken : "";
  const body: SignInAgain = {
    reason,
    kept: JSON.stringify(worthKeeping(values)),
    ticket: ticketFor({ path: url.pathname, token }),
    formToken: formTokenFor(at),
  };
  const headers = new Headers({ "Content-Type": "application/json" });
  if (!session) headers.set("Set-Cookie", sessionCookie(at.token));
  return new Response(JSON.stringify(body), { status: 401, headers });
}
