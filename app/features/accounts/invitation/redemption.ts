import type { AccountSecrets } from "#app/features/accounts/new-account.server.ts";
import type { Json } from "#app/kernel/json.ts";
import type { InvitationPayload } from "./invitation.ts";

/** What the session of a newcomer keeps, sealed, until the account exists: shown once, asked back, then gone. */
export interface Redemption {
  readonly invitationId: string;
  /** the code that opened it: a session alone redeems nothing */
  readonly code: string;
  readonly userId: string;
  readonly secrets: AccountSecrets;
  readonly payload: InvitationPayload;
  /** places (0-based) of the three passphrase words that are asked back */
  readonly asked: readonly number[];
  readonly confirmed: boolean;
}

const SHELF = "redemption";

/** @returns null where the session redeems nothing */
export function redemptionOn(shelf: Readonly<Record<string, Json>>): Redemption | null {
  return (shelf[SHELF] as unknown as Redemption | undefined) ?? null;
}

export function shelfWith(redemption: Redemption): Record<string, Json> {
  return { [SHELF]: redemption as unknown as Json };
}

/** Whether the three words asked back are those of the passphrase; the first four letters are enough. */
export function answersMatch({ secrets, asked }: Redemption, answers: readonly string[]): boolean {
  const words = secrets.passphrase.split(" ");
  return asked.every((place, at) => {
    const typed = (answers[at] ?? "").trim().toLowerCase();
    const word = words[place] ?? "";
    return typed === word || (typed.length >= 4 && word.startsWith(typed));
  });
}
