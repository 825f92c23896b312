import type { WrittenPackage } from "#app/features/disclosure/audit/written-package.ts";
import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import type { Cohort } from "./cohort.ts";
import { unknownNames } from "./earlier-releases.ts";
import { className, classOf, inEdition, MEMBERSHIP, membershipTree, placedIn, withClass } from "./membership.ts";

/** Everything that a release must be looked at with: its own records, and those of editions that share some with it. */
export interface Frame {
  readonly edition: string;
  readonly trees: Trees;
  /** all records of all editions in the frame */
  readonly records: readonly MicroRecord[];
  /** codes that say which of them the new tables are about */
  readonly where: Readonly<Record<string, string>>;
  readonly packages: readonly WrittenPackage[];
  /** the new package as part of the frame */
  readonly placed: (written: WrittenPackage) => WrittenPackage;
}

/** @returns the frame, or what is missing or wrong in what was handed in */
export function frameOf(
  cohort: Cohort,
  all: readonly MicroRecord[],
  packages: readonly WrittenPackage[],
  trees: Trees,
): Frame | string[] {
  const { edition } = cohort;
  const editions = sharing(cohort, all, packages);
  const written = new Set(packages.map((one) => one.edition));
  const missing = editions.filter((name) => !written.has(name));
  if (missing.length > 0) return missing.map((name) => `the package of ${name} is missing`);
  // A package of the same name binds, whether or not the records know that it counted them.
  const looked = packages.filter((one) => one.edition === edition || editions.includes(one.edition));
  const unknown = unknownNames(looked, trees);
  if (unknown.length > 0) return unknown;
  if (editions.every((name) => name === edition))
    return { edition, trees, records: cohort.records, where: {}, packages: looked, placed: (one) => one };

  const chain = [...new Set([...looked.map((one) => one.edition), edition])];
  const now = new Set(cohort.records);
  const classed = all.flatMap((record) => {
    const counted = chain.map((name) => (name === edition ? now.has(record) : record.releasedIn.includes(name)));
    return counted.some(Boolean) ? [{ record, own: classOf(counted) }] : [];
  });
  const returned = classed.filter(({ own }) => own === null);
  if (returned.length > 0) return [`${returned.length} records left and came back under the same id`];
  const classes = new Map(classed.map(({ own }) => [className(own!), own!]));
  const tree = membershipTree(
    chain,
    [...classes.entries()].sort().map(([, own]) => own),
  );
  return {
    edition,
    trees: new Map([...trees, [MEMBERSHIP, tree]]),
    records: classed.map(({ record, own }) => withClass(record, own!)),
    where: { [MEMBERSHIP]: inEdition(edition) },
    packages: looked.map((one) => placedIn(tree, one)),
    placed: (one) => placedIn(tree, one),
  };
}

/** Editions that counted some of these records, and those that share records with them in turn. */
function sharing(
  { records, left }: Cohort,
  all: readonly MicroRecord[],
  packages: readonly WrittenPackage[],
): string[] {
  const found = new Set([...records, ...left].flatMap(({ releasedIn }) => releasedIn));
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { releasedIn } of all)
      if (releasedIn.some((name) => found.has(name))) for (const name of releasedIn) found.add(name);
  }
  const order = packages.map(({ edition }) => edition);
  return [...found].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
