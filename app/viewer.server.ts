import type { AppLoadContext } from "@remix-run/node";
import { visitOf } from "#app/access/visit.server.ts";
import type { Viewer } from "#app/design-system/frame.tsx";

/** Who is signed in, for the head of the page. A page about a broken database must not break on asking it. */
export async function findViewer(request: Request, context: AppLoadContext): Promise<Viewer | null> {
  const visit = await visitOf(request, context).catch(() => null);
  return visit?.actor ? { handle: visit.actor.handle, role: visit.actor.role } : null;
}
