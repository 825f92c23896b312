import type { InstitutionId } from "#app/kernel/id.ts";
import type { Register, RegisterEntry } from "./institution.ts";

/**
 * The entry that a code stands for today: where it was folded, the one it was folded into.
 * @returns null for a code that the register does not know
 */
export function entryFor(register: Register, code: string | null): RegisterEntry | null {
  // Bounded by the register's size, so that rows put together by hand cannot make it run for ever.
  for (let at = code, steps = 0; at !== null && steps <= register.size; steps += 1) {
    const entry = register.get(at);
    if (!entry) return null;
    if (entry.foldedInto === null) return entry;
    at = entry.foldedInto;
  }
  return null;
}

/** Every code that stands for an entry: its own and those of the entries folded into it. */
export function codesOf(register: Register, id: InstitutionId): readonly string[] {
  return [...register.keys()].filter((code) => entryFor(register, code)?.id === id);
}

/** The entry and all that belongs to it, however far down. */
export function withMembers(register: Register, id: InstitutionId): ReadonlySet<InstitutionId> {
  const found = new Set([id]);
  for (const group of found) for (const { id: member } of membersOf(register, group)) found.add(member);
  return found;
}

/** What belongs to a group directly. */
export function membersOf(register: Register, id: InstitutionId): readonly RegisterEntry[] {
  return [...register.values()].filter((entry) => {
    return entry.foldedInto === null && entryFor(register, entry.parentId)?.id === id && entry.id !== id;
  });
}

/** Every code of an institution and of all that belongs to it. */
export function codesOfGroup(register: Register, id: InstitutionId): readonly string[] {
  return [...withMembers(register, id)].flatMap((member) => codesOf(register, member));
}

/** The groups above an entry, the nearest first. */
export function groupsAbove(register: Register, id: InstitutionId): readonly RegisterEntry[] {
  const above: RegisterEntry[] = [];
  for (let at = parentOf(register, id); at && !above.includes(at) && at.id !== id; at = parentOf(register, at.id))
    above.push(at);
  return above;
}

function parentOf(register: Register, id: InstitutionId): RegisterEntry | null {
  return entryFor(register, register.get(id)?.parentId ?? null);
}

/** Whether an institution would come to belong to itself. */
export function makesCircle(register: Register, id: InstitutionId, parentId: InstitutionId): boolean {
  return withMembers(register, id).has(entryFor(register, parentId)?.id ?? parentId);
}
