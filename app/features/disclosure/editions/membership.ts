import type { WrittenPackage } from "#app/features/disclosure/audit/written-package.ts";
import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import { type CodeTree, codeTree } from "#app/features/disclosure/tables/code-tree.ts";

/** A dimension that no specification can have: in which editions a record was counted. It is never written. */
export const MEMBERSHIP = "(edition)";
const EVERYBODY = "(all)";

/** From which edition on a record was counted, and until which: places in the order of the editions. */
export type Class = readonly [first: number, last: number];

/**
 * Editions that share records, as one more dimension: an edition is the sum of its classes, and a class is from when to
 * when a record was counted. Two editions have up to three: in both, removed, added. What is known of one edition and of
 * the other is then a table each over the same cells, and what their difference tells is bounded like everything else.
 * @param classes  those that hold somebody: that nothing was added, or removed, is no secret
 */
export function membershipTree(editions: readonly string[], classes: readonly Class[]): CodeTree {
  const sums = editions.flatMap((edition, place): [string, string[]][] => {
    const isIn = ([first, last]: Class) => first <= place && place <= last;
    const others = classes.filter((one) => !isIn(one));
    return [
      [EVERYBODY, [inEdition(edition), ...others.map(className)]],
      [inEdition(edition), classes.filter(isIn).map(className)],
    ];
  });
  const tree = codeTree(MEMBERSHIP, {
    column: MEMBERSHIP,
    total: EVERYBODY,
    sums,
    coarsen: ["leaf", "total"],
    sensitive: false,
    structuralZeros: [],
    institutions: [],
    labels: {},
  });
  if (typeof tree === "string") throw new Error(tree);
  return tree;
}

export const inEdition = (edition: string): string => `in ${edition}`;
export const className = ([first, last]: Class): string => `from ${first} to ${last}`;

/**
 * The class of a record.
 * @param counted  for each edition, oldest first, whether it counts the record
 * @returns null for a record that left and came back: it must come back as a row of its own
 */
export function classOf(counted: readonly boolean[]): Class | null {
  const [first, last] = [counted.indexOf(true), counted.lastIndexOf(true)];
  return counted.slice(first, last + 1).every(Boolean) ? [first, last] : null;
}

export const withClass = (record: MicroRecord, own: Class): MicroRecord => ({
  ...record,
  codes: { ...record.codes, [MEMBERSHIP]: [className(own)] },
});

/** A written package as part of all editions: its tables are about its own. */
export function placedIn(tree: CodeTree, written: WrittenPackage): WrittenPackage {
  const splits = tree.splits.map(({ parent, children }) => [parent, children] as const);
  return {
    ...written,
    tables: written.tables.map((table) => ({
      ...table,
      where: { ...table.where, [MEMBERSHIP]: inEdition(written.edition) },
    })),
    splits: new Map([...written.splits, [MEMBERSHIP, splits]]),
    roots: new Map([...written.roots, [MEMBERSHIP, tree.total]]),
  };
}
