import { redirect } from "@remix-run/node";
import { endedSessionCookie } from "#app/access/cookie.ts";
import { endedAmong, type OpenSession } from "#app/access/session.server.ts";
import { signOut } from "#app/features/accounts/sign-in/sign-in-commands.server.ts";
import { holdersOfIndexes, releaseIndex } from "#app/features/facets/facet-index.server.ts";
import { holdersOfResults, releaseResults } from "#app/features/surveys/results/held-results.server.ts";
import { stopWorksOf } from "#app/platform/long-work/long-works.server.ts";

/** Ends a session, and makes the browser forget everything of this site, before it goes on to an address. */
export async function leave(session: OpenSession, to: string): Promise<Response> {
  await signOut(session);
  letGoOf(session.id);
  const headers = new Headers({ "Clear-Site-Data": '"cache", "cookies", "storage"' });
  headers.append("Set-Cookie", endedSessionCookie());
  return redirect(to, { headers });
}

/** What this process holds in memory for a session: opened figures, opened answers, and work under way. */
function letGoOf(sessionId: string): void {
  releaseIndex(sessionId);
  releaseResults(sessionId);
  stopWorksOf(sessionId);
}

/**
 * Lets go of what is held for sessions that have ended without it: from another browser, at the locking of an account, or
 * while their own request was still opening something. Called every minute.
 */
export async function letGoOfEnded(): Promise<void> {
  const holders = new Set([...holdersOfIndexes(), ...holdersOfResults()]);
  for (const id of await endedAmong([...holders])) letGoOf(id);
}
