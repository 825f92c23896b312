import { inSessionContext, type OpenSession, startSession } from "#app/access/session.server.ts";
import { anonymousContent } from "#app/access/sign-in-again.server.ts";
import { giveCode, givePassphrase } from "#app/features/accounts/sign-in/sign-in-commands.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { totpAt } from "#app/platform/crypto/totp.server.ts";
import { type Person, valueFrom } from "./world.ts";

/** Somebody who has opened the sign-in page and typed nothing yet. */
export function newGuest(): Promise<OpenSession> {
  return inSessionContext((tx) => startSession(tx, anonymousContent(now().getTime()), null));
}

/** The code the person's authenticator shows now. */
export function codeOf({ totpSecret }: Pick<Person, "totpSecret">): string {
  return totpAt(totpSecret, now().getTime());
}

/** Through both stages, without the pages. Each code opens once: let half a minute pass between two sign-ins. */
export async function signedIn(person: Person, wantedHat: string | null = null): Promise<OpenSession> {
  const begun = valueFrom(await givePassphrase(await newGuest(), person));
  return valueFrom(await giveCode(begun, codeOf(person), wantedHat));
}
