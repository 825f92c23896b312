import { listedEntries, type Register, type RegisterEntry } from "./institution.ts";
import type { InstitutionFacts } from "./institution-forms.ts";
import { entryFor, makesCircle } from "./institution-group.ts";
import { sameEntry } from "./institution-matching.ts";

/**
 * What of a form's words the register cannot take: a name or a code that another entry has, or a group that would
 * belong to itself.
 * @param entry the one that is changed; null where one is added
 * @returns field → message, or null where all is well
 */
export function wrongFields(
  register: Register,
  entry: RegisterEntry | null,
  facts: InstitutionFacts,
): Readonly<Record<string, string>> | null {
  const others = new Map([...register].filter(([id]) => id !== entry?.id));
  const taken = (code: "bic" | "lei") =>
    facts[code] !== null && listedEntries(others).some((other) => other[code] === facts[code]);
  const wrong = {
    ...(sameEntry(others, { name: facts.names[0], country: facts.country }) && { name: "institutions.name.known" }),
    ...(taken("bic") && { bic: "institutions.bic.taken" }),
    ...(taken("lei") && { lei: "institutions.lei.taken" }),
    ...(facts.parentId && whyNoGroup(register, entry, facts.parentId)),
  };
  return Object.keys(wrong).length > 0 ? wrong : null;
}

function whyNoGroup(
  register: Register,
  entry: RegisterEntry | null,
  parentId: NonNullable<InstitutionFacts["parentId"]>,
) {
  if (!entryFor(register, parentId)) return { parent: "institutions.group.none" };
  return entry && makesCircle(register, entry.id, parentId) ? { parent: "institutions.group.circle" } : {};
}

/** Why one entry cannot become a spelling of another; null where it can. */
export function whyNotFolded(
  register: Register,
  entry: RegisterEntry,
  target: RegisterEntry | undefined,
): string | null {
  if (!target || target.foldedInto !== null) return "institutions.fold.required";
  if (target.id === entry.id) return "institutions.fold.itself";
  // A group is no spelling of its own bank: what belongs to the entry would come to belong to itself.
  return makesCircle(register, entry.id, target.id) ? "institutions.fold.member" : null;
}

/** The entry that stays, with all that the folded one knew and it did not. */
export function foldedEntry(register: Register, target: RegisterEntry, folded: RegisterEntry): RegisterEntry {
  const [first, ...others] = target.names;
  const group = entryFor(register, folded.parentId)?.id ?? null;
  return {
    ...target,
    names: [first, ...new Set([...others, ...folded.names].filter((name) => name !== first))],
    country: target.country ?? folded.country,
    type: target.type ?? folded.type,
    bic: target.bic ?? folded.bic,
    lei: target.lei ?? folded.lei,
    reply: target.reply ?? folded.reply,
    // What was folded may have belonged to the very entry that stays.
    parentId: target.parentId ?? (group && !makesCircle(register, target.id, group) ? group : null),
  };
}
