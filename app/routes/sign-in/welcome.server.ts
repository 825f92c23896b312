import { redirect } from "@remix-run/node";
import type { Refused } from "#app/access/answers.server.ts";
import { sessionCookie } from "#app/access/cookie.ts";
import { refused } from "#app/access/guard.server.ts";
import type { LoadContext } from "#app/access/load-context.ts";
import { endSession, inSessionContext, type OpenSession } from "#app/access/session.server.ts";
import { becomeVisitor } from "#app/access/visit.server.ts";
import { grantWaitingKeys } from "#app/features/accounts/people/key-grants.server.ts";
import { openKeptForm } from "#app/features/accounts/sign-in/kept-form.server.ts";
import { landingFor } from "#app/landing.ts";

interface Waiting {
  readonly kept?: string | undefined;
  readonly ticket?: string | undefined;
  /** another page than the role's first one */
  readonly target?: string;
}

/**
 * What follows a full proof of who is there: keys for colleagues who wait, once the answer has left, and the way on. A
 * form that was kept for this very person is offered to be sent; anybody else's is dropped.
 */
export async function welcome(
  session: OpenSession,
  context: LoadContext,
  { kept, ticket, target }: Waiting = {},
): Promise<Response | Refused> {
  const { actor } = await becomeVisitor(session, context);
  if (!actor) {
    await inSessionContext((tx) => endSession(tx, session.id));
    return refused({ kind: "conflict", code: "sign-in.no-role" });
  }
  context.afterResponse.add(async () => void (await grantWaitingKeys(actor)));
  const headers = { "Set-Cookie": sessionCookie(session.token) };
  const again = openKeptForm(session, { kept, ticket });
  if (!again) return redirect(target ?? landingFor(actor.role), { headers });
  return Response.json({ again }, { headers });
}
