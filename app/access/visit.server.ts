import type { OrganisationId, TeamId, UserId } from "#app/kernel/id.ts";
import { now } from "#app/platform/clock.server.ts";
import { keyPairFrom, wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { Actor, Hat } from "./actor.ts";
import { readSessionToken } from "./cookie.ts";
import { isGenuineHat, isKeyOf } from "./genuine.server.ts";
import { openChest } from "./key-chest.server.ts";
import type { LoadContext } from "./load-context.ts";
import { asReceipt } from "./receipt-visit.server.ts";
import { isRole } from "./roles.ts";
import { findSession, inSessionContext, type OpenSession } from "./session.server.ts";

/** Who is at the door in this request. `actor` is there only for a member whose account and hat still stand. */
export interface Visit {
  readonly session: OpenSession | null;
  readonly actor: Actor | null;
  readonly hats: readonly NamedHat[];
}

/** With its team's label, and whether that stands behind the wall, so that a person with several can tell them apart. */
export interface NamedHat extends Hat {
  readonly team: { readonly label: string; readonly walled: boolean } | null;
}

const NOBODY: Visit = { session: null, actor: null, hats: [] };
const visits = new WeakMap<LoadContext, Promise<Visit>>();

/** Opens the visitor's session once a request, however many loaders ask. */
export function visitOf(request: Request, context: LoadContext): Promise<Visit> {
  const known = visits.get(context);
  if (known) return known;
  const visit = openVisit(request, context);
  visits.set(context, visit);
  return visit;
}

/** After signing in or out, what follows in the same request must not see the visitor of before. */
export function forgetVisit(context: LoadContext): void {
  visits.delete(context);
}

/**
 * After signing in, what follows in the same request sees the newcomer: the page that is drawn and the work behind it.
 * @returns the visit, with an actor where the session is a member's
 */
export function becomeVisitor(session: OpenSession, context: LoadContext): Promise<Visit> {
  const visit = inSessionContext((tx) => admitted(tx, session, context));
  visits.set(context, visit);
  return visit;
}

async function openVisit(request: Request, context: LoadContext): Promise<Visit> {
  const token = readSessionToken(request.headers.get("Cookie"));
  if (!token) return NOBODY;
  return inSessionContext(async (tx) => {
    const session = await findSession(tx, token, now().getTime());
    return session ? admitted(tx, session, context) : NOBODY;
  });
}

/** However far the visitor has come: a key that a session held is gone when the answer has left. */
async function admitted(tx: Transaction, session: OpenSession, context: LoadContext): Promise<Visit> {
  const { privateKey } = session;
  if (privateKey) context.afterResponse.last(() => wipe(privateKey));
  if (session.content.stage === "receipt") return { ...NOBODY, session, actor: await asReceipt(tx, session, context) };
  return session.content.stage === "member" ? asMember(tx, session, context) : { ...NOBODY, session };
}

/** The account and its hats are read afresh each time: who was locked or removed a second ago is out. */
async function asMember(tx: Transaction, session: OpenSession, context: LoadContext): Promise<Visit> {
  const { userId, hatId } = session.content;
  const user = userId ? await tx.user.findUnique({ where: { id: userId }, include: { hats: true } }) : null;
  if (user?.state !== "active" || !session.privateKey) return { ...NOBODY, session };
  const pair = keyPairFrom(session.privateKey);
  if (!isKeyOf(user, pair.publicKey)) return { ...NOBODY, session };
  const hats = user.hats
    .filter(isGenuineHat)
    .map(toHat)
    .filter((hat): hat is Hat => hat !== null);
  const hat = hats.find(({ id }) => id === hatId) ?? hats[0];
  if (!hat) return { ...NOBODY, session };
  const keys = openChest(pair, user.keyVersion);
  context.afterResponse.last(() => keys.wipe());
  const { id: _, ...worn } = hat;
  const actor = {
    ...worn,
    userId: user.id as UserId,
    handle: user.handle,
    sessionId: session.id,
    keys,
    submission: null,
  };
  return { session, actor, hats: await named(tx, hats) };
}

async function named(tx: Transaction, hats: readonly Hat[]): Promise<NamedHat[]> {
  const ids = hats.flatMap(({ teamId }) => teamId ?? []);
  const teams = ids.length > 0 ? await tx.team.findMany({ where: { id: { in: ids } } }) : [];
  const named = new Map(teams.map(({ id, label, walled }) => [id, { label, walled }]));
  return hats.map((hat) => ({ ...hat, team: named.get(hat.teamId ?? "") ?? null }));
}

interface HatRow {
  id: string;
  role: string;
  teamId: string | null;
  organisationId: string | null;
  isOwner: boolean;
}

export function toHat({ id, role, teamId, organisationId, isOwner }: HatRow): Hat | null {
  if (!isRole(role)) return null;
  return {
    id,
    role,
    teamId: teamId as TeamId | null,
    organisationId: organisationId as OrganisationId | null,
    isOwner,
  };
}
