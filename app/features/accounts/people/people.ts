import type { Role } from "#app/access/roles.ts";
import type { NamedTeam } from "#app/design-system/content/team-name.tsx";

export interface ListedHat {
  readonly role: Role;
  readonly team: NamedTeam | null;
}

export interface Colleague {
  readonly id: string;
  readonly handle: string;
  readonly isLocked: boolean;
  readonly isSelf: boolean;
  readonly hats: readonly ListedHat[];
  /** groups the hats ask for, and how many of their newest keys are there */
  readonly keys: { readonly due: number; readonly held: number };
}

export interface Staff {
  readonly colleagues: readonly Colleague[];
  /** labels of teams with more key holders than is wise */
  readonly crowdedTeams: readonly string[];
  readonly mostHolders: number;
  /** groups whose next version a holder still has to make, because somebody left */
  readonly rotationsDue: number;
}

export interface ListedReporter {
  readonly id: string;
  readonly handle: string;
  readonly isLocked: boolean;
}
