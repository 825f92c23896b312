import type { DimensionSpec } from "#app/features/disclosure/input/specification.ts";

/** An addition that holds: the parent is the sum of its children. A code split in two ways is the parent of two. */
export interface Split {
  readonly parent: string;
  readonly children: readonly string[];
}

export interface Level {
  readonly name: string;
  readonly codes: readonly string[];
}

/** The codes of one dimension and what adds up to what. */
export interface CodeTree {
  readonly name: string;
  readonly column: string;
  readonly total: string;
  /** total first, then in the order of `sums` */
  readonly codes: readonly string[];
  readonly splits: readonly Split[];
  readonly leaves: readonly string[];
  /** every code under which a leaf is counted, itself included */
  readonly above: ReadonlyMap<string, readonly string[]>;
  /** finest first; each holds its margins too */
  readonly levels: readonly Level[];
  readonly sensitive: boolean;
  readonly structuralZeros: readonly string[];
}

/**
 * Builds a tree from the `sums` of a dimension and looks whether they can all hold.
 * @returns the tree, or the reason why there is none
 */
export function codeTree(name: string, spec: DimensionSpec): CodeTree | string {
  const splits = spec.sums.map(([parent, children]) => ({ parent, children }));
  const codes = [...new Set([spec.total, ...splits.flatMap(({ parent, children }) => [parent, ...children])])];
  const parents = new Set(splits.map(({ parent }) => parent));
  const depths = depthsFrom(spec.total, splits);
  if (!depths) return "sums go round in a circle";
  const orphan = codes.find((code) => !depths.has(code));
  if (orphan) return `sums do not lead from the total to "${orphan}"`;
  const leaves = codes.filter((code) => !parents.has(code));
  const below = leavesBelow(codes, splits, depths);
  const wrong = splits.find((split) => !addsUp(split, below));
  if (wrong) return `the children of "${wrong.parent}" overlap, or its splits do not hold the same codes`;
  const deepest = Math.max(...depths.values());
  if (spec.coarsen.length > deepest + 1) return "coarsen names more levels than sums have";
  const unknown = spec.structuralZeros.find((code) => !codes.includes(code));
  if (unknown) return `structuralZeros: "${unknown}" stands in no sum`;
  return {
    name,
    column: spec.column,
    total: spec.total,
    codes,
    splits,
    leaves,
    above: new Map(leaves.map((leaf) => [leaf, codes.filter((code) => below.get(code)?.has(leaf))])),
    levels: levelsOf(spec.coarsen, codes, depths),
    sensitive: spec.sensitive,
    structuralZeros: spec.structuralZeros,
  };
}

/** Steps from the total, along the longest way; null where the sums go round in a circle. */
function depthsFrom(total: string, splits: readonly Split[]): Map<string, number> | null {
  const depths = new Map([[total, 0]]);
  for (let round = 0; round <= splits.length + 1; round += 1) {
    let changed = false;
    for (const { parent, children } of splits) {
      const depth = depths.get(parent);
      if (depth === undefined) continue;
      for (const child of children) {
        if ((depths.get(child) ?? -1) > depth) continue;
        depths.set(child, depth + 1);
        changed = true;
      }
    }
    if (!changed) return depths;
  }
  return null;
}

function leavesBelow(
  codes: readonly string[],
  splits: readonly Split[],
  depths: ReadonlyMap<string, number>,
): Map<string, Set<string>> {
  const below = new Map<string, Set<string>>();
  const deepestFirst = [...codes].sort((a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0));
  for (const code of deepestFirst) {
    const split = splits.find(({ parent }) => parent === code);
    below.set(code, new Set(split ? split.children.flatMap((child) => [...(below.get(child) ?? [])]) : [code]));
  }
  return below;
}

function addsUp({ parent, children }: Split, below: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const leaves = children.flatMap((child) => [...(below.get(child) ?? [])]);
  const distinct = new Set(leaves);
  const whole = below.get(parent);
  return distinct.size === leaves.length && distinct.size === whole?.size && leaves.every((leaf) => whole.has(leaf));
}

/** The last name is the total, the one before its parts, and so on; the first is always everything there is. */
function levelsOf(names: readonly string[], codes: readonly string[], depths: ReadonlyMap<string, number>): Level[] {
  return names.map((name, place) => ({
    name,
    codes: place === 0 ? codes : codes.filter((code) => (depths.get(code) ?? 0) <= names.length - 1 - place),
  }));
}
