import type { Actor } from "#app/access/actor.ts";
import { afterResponse } from "#app/access/load-context.ts";
import type { Role } from "#app/access/roles.ts";
import { inSessionContext, startSession } from "#app/access/session.server.ts";
import { anonymousContent } from "#app/access/sign-in-again.server.ts";
import { becomeVisitor } from "#app/access/visit.server.ts";
import { giveCode, givePassphrase, signOut } from "#app/features/accounts/sign-in/sign-in-commands.server.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { Result } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { secretLines } from "./secret-lines.ts";

interface SignIn {
  readonly handle: string;
  readonly role: Role;
  /** of several teams, the one with this label; without it, one that is not walled */
  readonly team?: string | undefined;
}

/**
 * Signs a person in at the terminal, by the same two stages as the pages, and out again when the work is done. Keys
 * are open only in between.
 * @throws Error with one line where somebody is refused
 */
export async function signedIn<T>({ handle, role, team }: SignIn, work: (actor: Actor) => Promise<T>): Promise<T> {
  const secrets = secretLines();
  const guest = await inSessionContext((tx) => startSession(tx, anonymousContent(now().getTime()), null));
  try {
    const passphrase = await secrets.ask(`Passphrase of ${handle}: `);
    const owing = taken(await givePassphrase(guest, { handle, passphrase }));
    const hat = await hatFor(owing.content.userId ?? "", role, team);
    const session = taken(await giveCode(owing, await secrets.ask("Code of the authenticator: "), hat));
    const after = afterResponse((error) => {
      throw error;
    });
    const { actor } = await becomeVisitor(session, { nonce: "", pathOf: () => null, afterResponse: after });
    try {
      if (actor?.role !== role) throw new Error(`${handle} may not do this: it needs the role ${role}.`);
      return await work(actor);
    } finally {
      await signOut(session);
      await after.run();
    }
  } finally {
    secrets.close();
  }
}

async function hatFor(userId: string, role: Role, team: string | undefined): Promise<string | null> {
  const { hats, teams } = await inSessionContext(async (tx) => ({
    hats: await tx.hat.findMany({ where: { userId, role }, orderBy: { id: "asc" } }),
    teams: await tx.team.findMany(),
  }));
  const teamOf = (id: string | null) => teams.find((each) => each.id === id);
  const fitting = hats.filter(({ teamId }) => team === undefined || teamOf(teamId)?.label === team);
  if (team !== undefined && fitting.length === 0) throw new Error(`No team "${team}" in which to act as ${role}.`);
  return (fitting.find(({ teamId }) => !teamOf(teamId)?.walled) ?? fitting[0])?.id ?? null;
}

function taken<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(textFor("en").dynamic(`refusal.${result.refusal.code}`));
}
