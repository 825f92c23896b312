import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { NamedInstitution } from "#app/features/disclosure/input/specification.ts";
import type { CodeTree } from "#app/features/disclosure/tables/code-tree.ts";

/** From how many independent organisations on an institution may be named, whatever the rules of a table ask. */
export const NAMED_FROM = 5;
/** How many persons answer for a name. */
const APPROVALS = 2;

/**
 * Whether a level may be printed that names this institution: enough organisations stand behind it, it was asked for its side,
 * its cases rest on more than the word of those who reported, and two persons answer for the name.
 * @param organisations  independent ones that this release counts at it
 */
export function isCleared({ rightOfReplyOn, evidence, approvedBy }: NamedInstitution, organisations: number): boolean {
  const approvals = new Set(approvedBy).size;
  return (
    organisations >= NAMED_FROM && rightOfReplyOn !== undefined && evidence !== undefined && approvals >= APPROVALS
  );
}

/** Distinct organisations with a record under the code. */
export function organisationsBehind(records: readonly MicroRecord[], { name, above }: CodeTree, code: string): number {
  const standsThere = ({ codes }: MicroRecord) => (codes[name] ?? []).some((leaf) => above.get(leaf)?.includes(code));
  return new Set(records.filter(standsThere).map(({ unit }) => unit)).size;
}
