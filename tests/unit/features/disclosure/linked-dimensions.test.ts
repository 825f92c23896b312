import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import { keepModel } from "#app/features/disclosure/solver/kept-model.server.ts";
import { loadSolver, type Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { buildSystem } from "#app/features/disclosure/system/build-system.server.ts";
import { type Closure, closureOf } from "#app/features/disclosure/system/closure.ts";
import type { System } from "#app/features/disclosure/system/system.ts";
import { linkedDimensions, linkedPairs } from "#app/features/disclosure/tables/linked-dimensions.ts";
import { planned } from "#app/features/disclosure/tables/table-plan.ts";
import { readSpec } from "./small-release.ts";

const NONE = new Set<string>();

describe("dimensions that must be looked at together", () => {
  test("are those of one table, where tables share none or hang together like a chain", () => {
    expect(linkedDimensions([["a"], ["b"], ["c", "d"]], NONE)).toEqual([["a"], ["b"], ["c", "d"]]);
    expect(
      linkedDimensions(
        [
          ["a", "b"],
          ["b", "c"],
          ["c", "d"],
        ],
        NONE,
      ),
    ).toEqual([
      ["a", "b"],
      ["b", "c"],
      ["c", "d"],
    ]);
  });

  test("are all of a circle of tables", () => {
    const triangle = [
      ["a", "b"],
      ["b", "c"],
      ["a", "c"],
    ];
    expect(linkedDimensions(triangle, NONE)).toEqual([["a", "b", "c"]]);
    const square = linkedDimensions([...triangle.slice(0, 2), ["c", "d"], ["a", "d"]], NONE);
    expect(square).toHaveLength(2);
    expect(square.every((names) => names.length === 3)).toBe(true);
  });

  test("are joined across a dimension in which options overlap", () => {
    const tables = [["a", "b"], ["b", "c"], ["d"]];
    expect(linkedDimensions(tables, new Set(["b"]))).toEqual([["a", "b", "c"], ["d"]]);
    expect(linkedDimensions(tables, new Set(["a"]))).toEqual([["a", "b"], ["b", "c"], ["d"]]);
  });

  test("are two tables' at a time where everything would be too much", () => {
    expect(linkedPairs([["a", "b"], ["b", "c"], ["d"]])).toEqual([["a", "b", "c"], ["d"]]);
  });
});

const CODES = { a: ["a1", "a2"], b: ["b1", "b2", "b3"], c: ["c1", "c2"] } as const;
const chain = readSpec({
  dimensions: Object.fromEntries(
    Object.entries(CODES).map(([name, codes]) => [name, { column: name, total: "ALL", sums: [["ALL", codes]] }]),
  ),
  tables: [
    { id: "one", measure: "cases", dimensions: ["a", "b"] },
    { id: "two", measure: "cases", dimensions: ["b", "c"] },
  ],
});
const record = fc.record({
  unit: fc.constantFrom("o1", "o2", "o3", "o4"),
  a: fc.constantFrom(...CODES.a),
  b: fc.constantFrom(...CODES.b),
  c: fc.constantFrom(...CODES.c),
});

describe("looking at a chain of tables clique by clique", () => {
  let solver: Solver;
  beforeAll(async () => {
    solver = await loadSolver();
  });

  test("leaves every figure the very room that the whole product leaves it", () => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 8, maxLength: 30 }),
        fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
        (drawn, marks) => {
          const records = drawn.map(({ unit, a, b, c }, id): MicroRecord => {
            const codes = { a: [a], b: [b], c: [c] };
            return { id: String(id), unit, codes, amounts: {}, releasedIn: [], withdrawn: false };
          });
          const plans = chain.spec.tables.map((table) => planned(table, [0, 0], chain.trees));
          const [ab, bc] = closureOf(plans, chain.trees, NONE).boxes;
          const whole = new Map([...ab!.codes, ...bc!.codes]);
          const product: Closure = { boxes: [{ measure: "cases", codes: whole }], isComplete: true };
          const build = (closure: Closure) =>
            buildSystem({
              tables: plans,
              records,
              trees: chain.trees,
              rules: chain.spec.rules,
              seed: "s",
              closure,
            });
          const [parted, joined] = [build({ boxes: [ab!, bc!], isComplete: true }), build(product)];
          const places = parted.columns.map(({ key }) => key);
          const hidden = new Set(places.filter((key, place) => key !== "cases@" && marks[place]));
          expect(roomOf(parted, hidden)).toEqual(
            new Map([...roomOf(joined, hidden)].filter(([key]) => places.includes(key))),
          );
        },
      ),
      { numRuns: 25, seed: 7 },
    );
  });

  /** How far each hidden figure may move, to four digits; figures in no table are hidden too. */
  function roomOf({ columns, rows }: System, hidden: ReadonlySet<string>): Map<string, [number, number]> {
    const model = keepModel(solver, { columns: columns.length, rows, signs: [1] });
    const isOpen = columns.map(({ key, isPrinted }) => !isPrinted || hidden.has(key));
    model.setBounds(
      Float64Array.from(columns, ({ value }, place) => (isOpen[place] ? -value : 0)),
      Float64Array.from(columns, (_, place) => (isOpen[place] ? 100 : 0)),
    );
    const furthest = (place: number, direction: 1 | -1) => {
      model.setCost(place, -direction);
      const { point } = model.solve()!;
      model.setCost(place, 0);
      return Math.round(point[place]! * 1e4) / 1e4 + 0;
    };
    const found = columns.flatMap(({ key }, place): [string, [number, number]][] =>
      hidden.has(key) ? [[key, [furthest(place, -1), furthest(place, 1)]]] : [],
    );
    model.dispose();
    return new Map(found.sort(([one], [other]) => (one < other ? -1 : 1)));
  }
});
