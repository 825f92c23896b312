import type { OrganisationId, TeamId, UserId } from "#app/kernel/id.ts";
import type { KeyChest } from "./key-chest.server.ts";
import type { ActingRole, Role } from "./roles.ts";

/** A role in a team or an organisation, or in neither. A session wears one at a time; two-person rules compare persons. */
export interface Hat {
  readonly id: string;
  readonly role: Role;
  readonly teamId: TeamId | null;
  readonly organisationId: OrganisationId | null;
  readonly isOwner: boolean;
}

/** What makes a command idempotent: the form it came from. `commands` counts those already run in this request. */
export interface Submission {
  readonly token: string;
  readonly action: string;
  commands: number;
}

/**
 * A person at work in one request: who, under which hat, with which keys open until the answer has left. The holder of a
 * receipt wears no hat: the id is the receipt's, which is also its case's, and the team the one its link chose.
 */
export interface Actor extends Omit<Hat, "id" | "role"> {
  readonly role: ActingRole;
  readonly userId: UserId;
  readonly handle: string;
  readonly sessionId: string;
  readonly keys: KeyChest;
  readonly submission: Submission | null;
}
