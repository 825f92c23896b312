/** The roles of people with an account, as codes of the interface, the policy and the database alike. */
export const ROLES = ["reporter", "intake", "lead", "analyst", "editor", "guardian", "administrator"] as const;
export type Role = (typeof ROLES)[number];

/** Whoever can act: somebody with an account, or the holder of a receipt, who has none. */
export type ActingRole = Role | "receipt";

/** As what a case knows whoever acts in it: who holds a receipt's words is its reporter. */
export function roleInCase(role: ActingRole): Role {
  return role === "receipt" ? "reporter" : role;
}

/** Roles that work inside one team: their hat names it. */
export const TEAM_ROLES: readonly Role[] = ["intake", "lead", "analyst"];

/** Everyone but reporters: invited by an administrator, approved by two. */
export const STAFF_ROLES: readonly Role[] = ROLES.filter((role) => role !== "reporter");

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
