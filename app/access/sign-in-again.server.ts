import { now } from "#app/platform/clock.server.ts";
import { sessionCookie } from "./cookie.ts";
import { type FormValues, worthKeeping } from "./form-body.server.ts";
import { formTokenFor, hatOfForm, ticketFor } from "./form-token.server.ts";
import { inSessionContext, type OpenSession, startSession } from "./session.server.ts";
import { RECEIPT_HAT, type SessionContent } from "./session-content.ts";

/** A form that could not be taken now, on its way through another page: what was typed, and the ticket back. */
interface KeptAnswer {
  readonly kept: string;
  readonly ticket: string;
  readonly formToken: string;
  /** names of files that came with it: they cannot be kept, and whoever sent them must know */
  readonly lost: readonly string[];
}

/** A form that has to wait, and where it was sent. */
interface Waiting {
  readonly url: URL;
  readonly values: FormValues;
  readonly lost: readonly string[];
}

/** What the 401 page is drawn from: a sign-in form that carries all that was typed. */
export interface SignInAgain extends KeptAnswer {
  readonly reason: "ended" | "reauthenticate";
  /** the form was a receipt's: words open it again, and no account */
  readonly byReceipt: boolean;
}

/** What the 409 page is drawn from: the way back to the hat under which the form was drawn. */
export interface ChangeBack extends KeptAnswer {
  readonly reason: "other-hat";
  readonly hat: string;
}

/** A session of nobody yet: it holds a form before somebody signs in. @param now milliseconds since 1970 */
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
  waiting: Waiting,
  session: OpenSession | null,
): Promise<Response> {
  const at = session ?? (await inSessionContext((tx) => startSession(tx, anonymousContent(now().getTime()), null)));
  const { formToken } = waiting.values;
  const byReceipt = hatOfForm(typeof formToken === "string" ? formToken : "") === RECEIPT_HAT;
  const body: SignInAgain = { reason, byReceipt, ...keptAnswer(waiting, at) };
  const headers = new Headers({ "Content-Type": "application/json" });
  if (!session) headers.set("Set-Cookie", sessionCookie(at.token));
  return new Response(JSON.stringify(body), { status: 401, headers });
}

/**
 * The answer to a form that its person drew under another hat. It never acts under the one worn now, for teams would
 * mix, and its page may not even be there for it: it waits until they have changed back.
 */
export async function changeBack(
  { id }: { readonly id: string },
  waiting: Waiting,
  session: OpenSession,
): Promise<Response> {
  const body: ChangeBack = { reason: "other-hat", hat: id, ...keptAnswer(waiting, session) };
  return Response.json(body, { status: 409 });
}

function keptAnswer({ url, values, lost }: Waiting, session: OpenSession): KeptAnswer {
  const token = typeof values.formToken === "string" ? values.formToken : "";
  return {
    kept: JSON.stringify(worthKeeping(values, lost)),
    ticket: ticketFor({ path: url.pathname, token }),
    formToken: formTokenFor(session),
    lost,
  };
}
