import { foldedText } from "#app/features/disclosure/narratives/folded-words.ts";

/**
 * The protected unit of a row: the group an organisation belongs to, or the organisation itself. Names are compared and
 * not letters: one organisation that is typed in two ways would count as two, and five of them are soon together.
 * An umbrella that reports for itself is the group of its name.
 */
export const protectedUnit = (organisation: string, group: string): string => compared(group || organisation);

/** Finds rows that put one organisation into another group than before, where it would count twice. */
export function groupsInUse() {
  const before = new Map<string, { readonly group: string; readonly line: number }>();
  /** @returns the line it contradicts, or null */
  return (organisation: string, group: string, line: number): number | null => {
    const name = compared(organisation);
    const first = before.get(name) ?? { group: compared(group), line };
    before.set(name, first);
    return first.group === compared(group) ? null : first.line;
  };
}

const compared = (name: string): string => foldedText(name).replace(/\s+/g, " ").trim();
