import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import { combinations, type Levels, treeOf } from "#app/features/disclosure/tables/table-plan.ts";

/** Rows that cannot be told apart by their quasi-identifiers. */
export interface RowClass {
  /** recoded codes, in the order of the quasi-identifiers */
  readonly codes: readonly string[];
  readonly records: readonly MicroRecord[];
}

/** One way of recoding, and what it costs. */
export interface Recoding {
  readonly levels: Levels;
  readonly names: readonly string[];
  /** bits that a reader of all rows can no longer tell */
  readonly loss: number;
}

/** The code that stands for a leaf at a level: the finest one that the level has. */
export function recoded(leaf: string, name: string, level: number, trees: Trees): string {
  const tree = treeOf(name, trees);
  const { codes } = tree.levels[level]!;
  const leavesUnder = (code: string) => tree.leaves.filter((one) => tree.above.get(one)?.includes(code)).length;
  const candidates = (tree.above.get(leaf) ?? []).filter((code) => codes.includes(code));
  const [finest = tree.total] = candidates.sort((a, b) => leavesUnder(a) - leavesUnder(b) || (a < b ? -1 : 1));
  return finest;
}

/**
 * Every combination of levels, by what is lost: the non-uniform entropy, which counts what is rare as dearer to lose.
 * @see Gionis and Tassa (2009), IEEE Transactions on Knowledge and Data Engineering 21, 206
 */
export function recodings(records: readonly MicroRecord[], names: readonly string[], trees: Trees): Recoding[] {
  const losses = names.map((name) => lossesOf(records, name, trees));
  return combinations(losses.map((own) => own.map((_, level) => level)))
    .map((levels) => ({
      levels,
      names: levels.map((level, place) => treeOf(names[place]!, trees).levels[level]!.name),
      loss: levels.reduce((sum, level, place) => sum + losses[place]![level]!, 0),
    }))
    .sort((a, b) => a.loss - b.loss || a.levels.join().localeCompare(b.levels.join()));
}

function lossesOf(records: readonly MicroRecord[], name: string, trees: Trees): number[] {
  const leaves = records.map(({ codes }) => codes[name]![0]!);
  const often = counted(leaves);
  return treeOf(name, trees).levels.map((_, level) => {
    const codes = leaves.map((leaf) => recoded(leaf, name, level, trees));
    const together = counted(codes);
    return leaves.reduce((bits, leaf, row) => bits - Math.log2(often.get(leaf)! / together.get(codes[row]!)!), 0);
  });
}

export function counted(codes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

export function classesOf(
  records: readonly MicroRecord[],
  names: readonly string[],
  levels: Levels,
  trees: Trees,
): RowClass[] {
  const classes = new Map<string, { codes: string[]; records: MicroRecord[] }>();
  for (const record of records) {
    const codes = names.map((name, place) => recoded(record.codes[name]![0]!, name, levels[place]!, trees));
    const key = codes.join("|");
    const own = classes.get(key) ?? { codes, records: [] };
    own.records.push(record);
    classes.set(key, own);
  }
  return [...classes.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own);
}
