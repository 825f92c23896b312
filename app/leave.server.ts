import { redirect } from "@remix-run/node";
import { endedSessionCookie } from "#app/access/cookie.ts";
import type { OpenSession } from "#app/access/session.server.ts";
import { signOut } from "#app/features/accounts/sign-in/sign-in-commands.server.ts";
import { releaseIndex } from "#app/features/facets/facet-index.server.ts";
import { releaseResults } from "#app/features/surveys/results/held-results.server.ts";
import { stopWorksOf } from "#app/platform/long-work/long-works.server.ts";

/** Ends a session, and makes the browser forget everything of this site, before it goes on to an address. */
export async function leave(session: OpenSession, to: string): Promise<Response> {
  await signOut(session);
  releaseIndex(session.id);
  releaseResults(session.id);
  stopWorksOf(session.id);
  const headers = new Headers({ "Clear-Site-Data": '"cache", "cookies", "storage"' });
  headers.append("Set-Cookie", endedSessionCookie());
  return redirect(to, { headers });
}
