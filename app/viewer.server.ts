import type { AppLoadContext } from "@remix-run/node";
import { formTokenFor } from "#app/access/form-token.server.ts";
import { visitOf } from "#app/access/visit.server.ts";
import type { Viewer } from "#app/design-system/frame.tsx";

/** Who is signed in, for the head of the page. A page about a broken database must not break on asking it. */
export async function findViewer(request: Request, context: AppLoadContext): Promise<Viewer | null> {
  const visit = await visitOf(request, context).catch(() => null);
  if (!visit?.actor || !visit.session) return null;
  const { actor, session, hats } = visit;
  return {
    handle: actor.handle,
    role: actor.role,
    isOwner: actor.isOwner,
    formToken: formTokenFor(session),
    otherHats: hats.filter(({ id }) => id !== session.content.hatId).map(({ id, role, team }) => ({ id, role, team })),
  };
}
