import type { Actor } from "#app/access/actor.ts";
import type { ActingRole } from "#app/access/roles.ts";
import { type GroupName, groups } from "#app/features/keyring/group-name.ts";
import { openObjectKey, openObjectKeys } from "#app/features/keyring/object-keys.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

/** The version of a case's two keys. They are never renewed: a case that changes hands gets new wraps of the same keys. */
export const CASE_KEY_VERSION = 1;

/** Through which groups a role reaches a case. A lead's cases are wrapped to that person alone, a receipt's to its own key. */
const THROUGH: Partial<Record<ActingRole, (actor: Actor) => readonly GroupName[]>> = {
  reporter: ({ organisationId }) => (organisationId ? [groups.organisation(organisationId)] : []),
  intake: ({ teamId }) => (teamId ? [groups.team(teamId)] : []),
};

function through(actor: Actor): readonly GroupName[] {
  return THROUGH[actor.role]?.(actor) ?? [];
}

/** @returns the keys that the actor reaches, by case; the others are missing, which is no error in a list */
export function openCaseKeys(actor: Actor, tx: Transaction, caseIds: readonly string[]): Promise<Map<string, Secret>> {
  return openObjectKeys(actor, tx, "case", caseIds, through(actor));
}

/** @throws KeyNotHeld */
export function openCaseKey(actor: Actor, tx: Transaction, caseId: CaseId): Promise<Secret> {
  return openObjectKey(actor, tx, "case", caseId, through(actor));
}

/** @throws KeyNotHeld: a reporter's keys never reach it */
export function openNotesKey(actor: Actor, tx: Transaction, caseId: CaseId): Promise<Secret> {
  return openObjectKey(actor, tx, "notes", caseId, through(actor));
}

/** The same for notes keys. */
export function openNotesKeys(actor: Actor, tx: Transaction, caseIds: readonly string[]): Promise<Map<string, Secret>> {
  return openObjectKeys(actor, tx, "notes", caseIds, through(actor));
}
