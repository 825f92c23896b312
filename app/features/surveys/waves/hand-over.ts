import { FEWEST_AT_ONCE } from "./wave.ts";

/** What may be known of a participation: that it was there, and whether a contact went with it. */
export interface Handed {
  readonly participation: string;
  /** tells one contact from another and nothing else; null where none was left */
  readonly contactMark: string | null;
}

/** Those of which the team does not know yet. */
export function waitingToBeHanded<A extends Handed>(answers: readonly A[], handed: readonly Handed[]): A[] {
  const known = new Set(handed.map(({ participation }) => participation));
  return answers.filter(({ participation }) => !known.has(participation));
}

/**
 * Those whom the team knows of, and who have left another contact since. Only five together: a contact says whose it is,
 * and one that comes alone after one changed answer would say which answer that is.
 */
export function changedContacts<A extends Handed>(answers: readonly A[], handed: readonly Handed[]): readonly A[] {
  const marks = new Map<string, Set<string | null>>();
  for (const { participation, contactMark } of handed)
    marks.set(participation, (marks.get(participation) ?? new Set()).add(contactMark));
  const changed = answers.filter(({ participation, contactMark }) => {
    const known = marks.get(participation);
    return contactMark !== null && known !== undefined && !known.has(contactMark);
  });
  return changed.length < FEWEST_AT_ONCE ? [] : changed;
}

/**
 * Which of them are handed over: five at least, for whoever compares two copies of the database must not find the one
 * answer of the one organisation that came in between. While the wave is open five at least stay behind, chosen by
 * chance; otherwise the last few could never follow, and with them whoever among them asks for help.
 * @param shuffled in an order that tells nothing
 * @returns none where there are too few
 */
export function chosenForHandOver<A>(shuffled: readonly A[], isOpen: boolean): readonly A[] {
  const count = isOpen ? shuffled.length - FEWEST_AT_ONCE : shuffled.length;
  return count < FEWEST_AT_ONCE ? [] : shuffled.slice(0, count);
}
