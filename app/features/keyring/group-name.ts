/** Groups that share a key pair. `team`, `analytics`, `org` and `wave` name one each; the others exist once. */
export type GroupName =
  | `team/${string}`
  | `analytics/${string}`
  | `org/${string}`
  | `wave/${string}`
  | "register"
  | "editorial"
  | "audit"
  | "ledger"
  | "escrow";

export const groups = {
  team: (teamId: string): GroupName => `team/${teamId}`,
  analytics: (teamId: string): GroupName => `analytics/${teamId}`,
  organisation: (organisationId: string): GroupName => `org/${organisationId}`,
  wave: (waveId: string): GroupName => `wave/${waveId}`,
};

/** Groups whose every version is also wrapped to the escrow key, so that the shares on paper never age. */
export function isEscrowed(name: GroupName): boolean {
  return name.startsWith("team/") || name === "audit" || name === "register" || name === "ledger";
}

/** More holders of one team's key than this, and the team should be split by region. Source: security model, section 4. */
export const MOST_TEAM_HOLDERS = 8;
