import type { Actor, Hat } from "#app/access/actor.ts";
import { openChest } from "#app/access/key-chest.server.ts";
import type { Role } from "#app/access/roles.ts";
import { inSessionContext, startSession } from "#app/access/session.server.ts";
import { anonymousContent } from "#app/access/sign-in-again.server.ts";
import { toHat } from "#app/access/visit.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openByPassphrase } from "#app/features/accounts/credentials.server.ts";
import { inviteOrganisation } from "#app/features/accounts/invitation/invitation-commands.server.ts";
import { redemptionOn } from "#app/features/accounts/invitation/redemption.ts";
import {
  beginRedemption,
  confirmWords,
  finishRedemption,
} from "#app/features/accounts/invitation/redemption-commands.server.ts";
import {
  approveColleague,
  proposeColleague,
} from "#app/features/accounts/invitation/staff-invitation-commands.server.ts";
import type { AccountSecrets } from "#app/features/accounts/new-account.server.ts";
import { grantWaitingKeys } from "#app/features/accounts/people/key-grants.server.ts";
import { type SetUp, setUpInstallation } from "#app/features/accounts/set-up.server.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { keyPairFrom, lockAway } from "#app/platform/crypto/secret.server.ts";
import { newSessionToken, sessionRowId } from "#app/platform/crypto/session-token.server.ts";
import { totpAt } from "#app/platform/crypto/totp.server.ts";

/** An invented person. The private key is kept, so that acting costs no slow derivation each time. */
export interface Person extends AccountSecrets {
  readonly userId: string;
  readonly privateKey: Uint8Array;
}

/** An installation on its first day: `thaw setup` has run, nobody has joined yet. */
export interface FirstDay {
  readonly setUp: SetUp;
  readonly guardians: readonly [Person, Person];
  readonly coordinators: readonly [Person, Person];
  readonly administrator: Person;
}

export async function firstDay(): Promise<FirstDay> {
  const setUp = valueFrom(await setUpInstallation({ label: "Europa", walledLabel: "Europa 2" }));
  const people: Person[] = [];
  for (const account of setUp.accounts) people.push(await withPrivateKey(account));
  const [g1, g2, c1, c2, administrator] = people as [Person, Person, Person, Person, Person];
  return { setUp, guardians: [g1, g2], coordinators: [c1, c2], administrator };
}

async function withPrivateKey(account: Omit<Person, "privateKey">): Promise<Person> {
  const row = await inSessionContext((tx) => tx.user.findUniqueOrThrow({ where: { handle: account.handle } }));
  const privateKey = await openByPassphrase(row, account.passphrase);
  if (!privateKey) throw new Error("a new account does not open");
  return { ...account, privateKey: privateKey.slice() };
}

/** The person at work under one hat, by role and, where there are several, by team. */
export async function actorFor(person: Person, role: Role, teamId?: string): Promise<Actor> {
  const hats = await inSessionContext((tx) => tx.hat.findMany({ where: { userId: person.userId } }));
  const fitting = hats
    .map(toHat)
    .find((hat): hat is Hat => hat?.role === role && (teamId === undefined || hat.teamId === teamId));
  if (!fitting) throw new Error(`nobody wears this hat: ${role}`);
  const { id: _, ...worn } = fitting;
  return {
    ...worn,
    userId: person.userId as Actor["userId"],
    handle: person.handle,
    sessionId: sessionRowId(newSessionToken()),
    keys: openChest(keyPairFrom(lockAway(person.privateKey.slice())), 1),
    submission: null,
  };
}

/** An organisation invited by the first coordinator, joined by its owner. */
export async function joinOrganisation(day: FirstDay, name: string, country: string): Promise<Person> {
  const coordinator = await actorFor(day.coordinators[0], "intake", day.setUp.teamId);
  const { code } = valueFrom(await inviteOrganisation(coordinator, { name, country }));
  return redeem(code);
}

/** A colleague proposed by the administrator, approved by two, joined, and given the keys of the role. */
export async function joinColleague(day: FirstDay, role: Role): Promise<Person> {
  const { administrator, guardians, coordinators, setUp } = day;
  const teamId = role === "lead" || role === "analyst" ? setUp.teamId : null;
  const { code } = valueFrom(await proposeColleague(await actorFor(administrator, "administrator"), { role, teamId }));
  const guardian = await actorFor(guardians[0], "guardian");
  const coordinator = await actorFor(coordinators[0], "intake", setUp.teamId);
  const proposed = await withActor(guardian, (tx) => tx.invitation.findFirstOrThrow({ where: { state: "proposed" } }));
  valueFrom(await approveColleague(guardian, proposed.id));
  valueFrom(await approveColleague(coordinator, proposed.id));
  const person = await redeem(code);
  valueFrom(await grantWaitingKeys(guardian));
  valueFrom(await grantWaitingKeys(coordinator));
  return person;
}

/** Redeems a code by the same three steps as the pages do. */
export async function redeem(code: string): Promise<Person> {
  const at = now().getTime();
  const guest = await inSessionContext((tx) => startSession(tx, anonymousContent(at), null));
  const begun = valueFrom(await beginRedemption(guest, code));
  const redemption = redemptionOn(begun.content.shelf);
  if (!redemption || !begun.privateKey) throw new Error("the invitation was not opened");
  const { secrets, asked, userId } = redemption;
  const words = secrets.passphrase.split(" ");
  valueFrom(
    await confirmWords(
      begun,
      asked.map((place) => words[place] ?? ""),
    ),
  );
  const confirmed = { ...begun.content.shelf, redemption: { ...redemption, confirmed: true } as never };
  const session = { ...begun, content: { ...begun.content, shelf: confirmed } };
  const privateKey = begun.privateKey.slice();
  valueFrom(await finishRedemption(session, totpAt(secrets.totpSecret, at)));
  return { ...secrets, userId, privateKey };
}
