/** The roles of people with an account, as codes of the interface, the policy and the database alike. */
export const ROLES = ["reporter", "intake", "lead", "analyst", "editor", "guardian", "administrator"] as const;
export type Role = (typeof ROLES)[number];

/** Roles that work inside one team: their hat names it. */
export const TEAM_ROLES: readonly Role[] = ["intake", "lead", "analyst"];

/** Everyone but reporters: invited by an administrator, approved by two. */
export const STAFF_ROLES: readonly Role[] = ROLES.filter((role) => role !== "reporter");

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
