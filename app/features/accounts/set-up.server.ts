import { hatIdFor } from "#app/access/genuine.server.ts";
import type { Role } from "#app/access/roles.ts";
import { appendToChain } from "#app/features/audit/audit-chain.server.ts";
import { type GroupName, groups } from "#app/features/keyring/group-name.ts";
import { createGroup } from "#app/features/keyring/new-groups.server.ts";
import type { RecipientKey } from "#app/features/keyring/object-keys.server.ts";
import { groupsOf } from "#app/features/keyring/role-groups.ts";
import { raiseWall } from "#app/features/organisations/team-wall.server.ts";
import type { TeamId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { base64UrlOf } from "#app/platform/crypto/bytes.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { directoryMac } from "#app/platform/crypto/directory.server.ts";
import { splitSecret } from "#app/platform/crypto/escrow.server.ts";
import { newSalt } from "#app/platform/crypto/passphrase.server.ts";
import { newKeyPair, wipe } from "#app/platform/crypto/secret.server.ts";
import { inContext, type Transaction } from "#app/platform/db/in-context.server.ts";
import { INSTALLATION, secretChecks } from "#app/platform/installation.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";
import {
  type AccountSecrets,
  accountRow,
  insertAccount,
  type NewAccount,
  newAccount,
  recipientOf,
} from "./new-account.server.ts";

/** Who is there on the first day: two guardians, two intake coordinators, one administrator. */
const FIRST_PEOPLE: readonly Role[] = ["guardian", "guardian", "intake", "intake", "administrator"];

export interface FirstTeam {
  readonly label: string;
  readonly walledLabel: string;
}

/** Shown once, printed, and never stored: accounts with their secrets and three sheets of which any two open the escrow. */
export interface SetUp {
  readonly accounts: readonly (AccountSecrets & { readonly role: Role; readonly userId: string })[];
  readonly escrowSheets: readonly [string, string, string];
  readonly teamId: TeamId;
  readonly walledTeamId: TeamId;
}

interface Person {
  readonly role: Role;
  readonly account: NewAccount;
  readonly row: Awaited<ReturnType<typeof accountRow>>;
}

/** Makes an empty installation usable: first accounts, first team and its walled twin, every group key. Once only. */
export async function setUpInstallation(team: FirstTeam): Promise<Result<SetUp>> {
  const people: Person[] = [];
  for (const role of FIRST_PEOPLE) {
    const account = newAccount();
    people.push({ role, account, row: await accountRow(account) });
  }
  return inContext({ role: "setup" }, async (tx) => {
    if (await tx.setting.findUnique({ where: { key: INSTALLATION } }))
      return refuse({ kind: "conflict", code: "set-up.already-done" });
    const teamId = newId() as TeamId;
    const walledTeamId = newId() as TeamId;
    await tx.team.createMany({
      data: [
        { id: teamId, label: team.label, walled: false },
        { id: walledTeamId, label: team.walledLabel, walled: true, wallsId: teamId },
      ],
    });
    await raiseWall(tx, walledTeamId, teamId);
    await insertPeople(tx, people, [teamId, walledTeamId]);
    const escrowSheets = await createEscrow(tx);
    for (const name of firstGroups([teamId, walledTeamId]))
      await createGroup(tx, name, membersOf(name, people, [teamId, walledTeamId]));
    await appendToChain(tx, [{ action: "installation.set-up", by: "setup" }], now());
    // Last, for it closes the door through which all of this came.
    await tx.setting.createMany({ data: { key: INSTALLATION, value: installation() } });
    const accounts = people.map(({ role, account }) => ({ ...secretsOf(account), role, userId: account.userId }));
    for (const { account } of people) wipe(account.keys.privateKey);
    return ok({ accounts, escrowSheets, teamId, walledTeamId });
  });
}

/** Everyone of a team role works in both teams; the walled hat is given up by whoever is a US person. */
async function insertPeople(tx: Transaction, people: readonly Person[], teamIds: readonly TeamId[]) {
  for (const { row, role } of people) {
    await insertAccount(tx, row);
    const teams = role === "intake" ? teamIds : [null];
    const hats = teams.map((teamId) => ({ userId: row.id, role, teamId }));
    await tx.hat.createMany({ data: hats.map((hat) => ({ ...hat, id: hatIdFor(hat) })) });
  }
}

function firstGroups(teamIds: readonly TeamId[]): GroupName[] {
  return [
    ...teamIds.flatMap((id) => [groups.team(id), groups.analytics(id)]),
    "register",
    "editorial",
    "audit",
    "ledger",
  ];
}

function membersOf(name: GroupName, people: readonly Person[], teamIds: readonly TeamId[]): RecipientKey[] {
  return people
    .filter(({ role }) => {
      const hats = role === "intake" ? teamIds : [null];
      return hats.some((teamId) => groupsOf({ role, teamId, organisationId: null }, teamIds).includes(name));
    })
    .map(({ account }) => recipientOf(account));
}

/** The escrow's private key exists on paper only. */
async function createEscrow(tx: Transaction): Promise<[string, string, string]> {
  const { publicKey, privateKey } = newKeyPair();
  const publicKeyMac = directoryMac(directoryKey(), "escrow", 1, publicKey);
  await tx.groupKey.createMany({ data: { name: "escrow", version: 1, publicKey, publicKeyMac } });
  const sheets = await splitSecret(privateKey);
  wipe(privateKey);
  return sheets;
}

/** What every later start compares its environment with, and the salt that all receipts share. */
function installation() {
  return { ...secretChecks(), receiptSalt: base64UrlOf(newSalt()) };
}

function secretsOf({ handle, passphrase, sheet, totpSecret }: NewAccount): AccountSecrets {
  return { handle, passphrase, sheet, totpSecret };
}
