import type { Actor } from "#app/access/actor.ts";
import { canOpen, type TeamPerson } from "./task-owners.ts";
import type { OwnerWords } from "./work-entry.ts";

/** Who may own tasks, and who does although they may no more. */
export interface KnownOwners {
  readonly people: readonly TeamPerson[];
  /** of people who are no longer active */
  readonly handles: ReadonlyMap<string, string>;
}

/** How the owner of a task is told to this reader. */
export function ownerWords(
  { userId, role }: Pick<Actor, "userId" | "role">,
  ownerId: string | null,
  assignedUserId: string | null,
  { people, handles }: KnownOwners,
): OwnerWords {
  if (ownerId === null) return { kind: "none" };
  if (ownerId === userId) return { kind: "me" };
  if (role === "lead") return { kind: "other" };
  if (!canOpen(people, ownerId, assignedUserId)) return { kind: "gone", handle: handles.get(ownerId) ?? null };
  return { kind: "named", handle: people.find(({ id }) => id === ownerId)?.handle ?? "" };
}
