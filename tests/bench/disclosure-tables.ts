import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import { readSpecification, type Specification } from "#app/features/disclosure/input/specification.ts";
import { type Trees, treesOf } from "#app/features/disclosure/input/specification-checks.ts";
import type { Rules } from "#app/features/disclosure/settings.ts";
import { buildSystem } from "#app/features/disclosure/system/build-system.server.ts";
import { closureOf } from "#app/features/disclosure/system/closure.ts";
import type { System } from "#app/features/disclosure/system/system.ts";
import { planned } from "#app/features/disclosure/tables/table-plan.ts";

/** A table of the sizes that were measured: leaf codes by dimension, and whether they are grouped. */
export interface TableShape {
  readonly name: string;
  readonly leaves: readonly number[];
  /** leaves in a group; 0 for a dimension without groups */
  readonly groups: readonly number[];
  readonly records: number;
}

const ORGANISATIONS = 200;

/** Synthetic counts: 200 organisations of very different size, each with a few codes in which it mostly works. */
export function syntheticSystem(shape: TableShape, rules: Rules): System {
  const { spec, trees } = specificationOf(shape);
  const plan = planned(
    spec.tables[0]!,
    shape.leaves.map(() => 0),
    trees,
  );
  const records = syntheticRecords(shape);
  return buildSystem({
    tables: [plan],
    records,
    trees,
    rules,
    seed: "bench",
    closure: closureOf([plan], trees, new Set()),
  });
}

function specificationOf({ leaves, groups }: TableShape): { spec: Specification; trees: Trees } {
  const dimensions = Object.fromEntries(
    leaves.map((count, place) => [
      `d${place}`,
      { column: `d${place}`, total: "ALL", sums: sumsOf(place, count, groups[place]!) },
    ]),
  );
  const tables = [{ id: "t", measure: "cases", dimensions: Object.keys(dimensions) }];
  const spec = readSpecification(JSON.stringify({ release: "bench", seed: "bench", dimensions, tables }), "bench");
  if (!spec.ok) throw new Error(JSON.stringify(spec.errors));
  const trees = treesOf(spec.value, "bench");
  if (!trees.ok) throw new Error(JSON.stringify(trees.errors));
  return { spec: spec.value, trees: trees.value };
}

const leafOf = (place: number, leaf: number) => `c${place}-${leaf}`;

function sumsOf(place: number, count: number, group: number): [string, string[]][] {
  const all = Array.from({ length: count }, (_, leaf) => leafOf(place, leaf));
  if (group === 0) return [["ALL", all]];
  const groups = Array.from({ length: Math.ceil(count / group) }, (_, index): [string, string[]] => [
    `g${place}-${index}`,
    all.slice(index * group, (index + 1) * group),
  ]);
  return [["ALL", groups.map(([name]) => name)], ...groups];
}

function syntheticRecords({ leaves, records }: TableShape): MicroRecord[] {
  const next = sequence(1);
  const homes = Array.from({ length: ORGANISATIONS }, () => leaves.map((count) => Math.floor(next() ** 1.5 * count)));
  return Array.from({ length: records }, (_, id) => {
    const unit = Math.floor(next() ** 2 * ORGANISATIONS);
    const codes = leaves.map((count, place) => {
      const leaf = next() < 0.6 ? homes[unit]![place]! : Math.floor(next() ** 1.5 * count);
      return [`d${place}`, [leafOf(place, leaf)]] as const;
    });
    return {
      id: String(id),
      unit: `o${unit}`,
      codes: Object.fromEntries(codes),
      amounts: {},
      releasedIn: [],
      withdrawn: false,
    };
  });
}

/** The same numbers each time, evenly spread over [0, 1). @see Park and Miller, minimal standard generator */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
