import type { Role } from "#app/access/roles.ts";

/** Somebody of a team who may have tasks: active, with a hat that the product itself gave. */
export interface TeamPerson {
  readonly id: string;
  readonly handle: string;
  readonly role: Extract<Role, "intake" | "lead">;
}

/**
 * Who can do a task of a case: a coordinator opens every case of the team, a lead the own ones only. Whoever was locked or
 * has given the case away owns nothing any more, without anybody having changed a row.
 * @param people who of the team is active; somebody with two hats stands there twice
 */
export function canOpen(people: readonly TeamPerson[], personId: string, assignedUserId: string | null): boolean {
  return people.some(({ id, role }) => id === personId && (role === "intake" || assignedUserId === id));
}

/** The people of whom one can be chosen as owner, each once, coordinators first. */
export function ownersFor(people: readonly TeamPerson[], assignedUserId: string | null): readonly TeamPerson[] {
  const fitting = people.filter(({ id }) => canOpen(people, id, assignedUserId));
  return fitting.filter(({ id }, at) => fitting.findIndex((other) => other.id === id) === at);
}
