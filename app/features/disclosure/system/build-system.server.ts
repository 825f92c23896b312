import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import { withholdingCost } from "#app/features/disclosure/rules/cost.server.ts";
import { exposesTheRest, isHomogeneous, ownReasons, type Reason } from "#app/features/disclosure/rules/primary.ts";
import { printedFigure } from "#app/features/disclosure/rules/printed.ts";
import { notComputed, protectionLevel } from "#app/features/disclosure/rules/protection-levels.ts";
import type { Rules } from "#app/features/disclosure/settings.ts";
import {
  type Contributions,
  contributionsOf,
  overlapping,
  total,
} from "#app/features/disclosure/tables/contributions.ts";
import {
  cellAt,
  combinations,
  coordinatesOf,
  type Measure,
  type TablePlan,
} from "#app/features/disclosure/tables/table-plan.ts";
import { type Addition, additionsOf, type Closure, cellsOf } from "./closure.ts";
import type { Column, Row, Spot, System, Withholding } from "./system.ts";

/** What earlier releases of the same cohort said of a place; it binds this one. */
export type EarlierStatus = ReadonlyMap<string, "published" | "withheld">;

export interface SystemInput {
  readonly tables: readonly TablePlan[];
  readonly records: readonly MicroRecord[];
  readonly trees: Trees;
  readonly rules: Rules;
  readonly seed: string;
  readonly closure: Closure;
  readonly earlier?: EarlierStatus;
}

interface Cell {
  readonly measure: Measure;
  readonly coordinates: string;
  readonly contributions: Contributions;
}

const NOBODY: Contributions = new Map();
const UNBOUNDED = Number.POSITIVE_INFINITY;
const keyOf = (measure: Measure, coordinates: string) => `${measure}@${coordinates}`;

/** Records and tables as one system, with what each cell needs to be protected. Sorted, so that it is always the same. */
export function buildSystem(input: SystemInput): System {
  const cells = cellsByKey(input);
  const additions = input.closure.boxes.flatMap((box) => additionsOf(box, input.trees));
  const places = printedPlaces(input);
  const reasons = reasonsByPlace(cells, additions, places, input);
  const coordinates = [...new Set([...cells.values()].map((cell) => cell.coordinates))].sort();
  const spotOf = new Map(coordinates.map((place, spot) => [place, spot]));
  const units = [...new Set([...cells.values()].flatMap(({ contributions }) => [...contributions.keys()]))].sort();
  const unitOf = new Map(units.map((unit, place) => [unit, place]));
  const sorted = [...cells.keys()].sort().map((key) => cells.get(key)!);
  const columns = sorted.map((cell) => columnOf(cell, { reasons, places, spotOf, unitOf, rules: input.rules }));
  const placeOf = new Map(columns.map(({ key }, place) => [key, place]));
  const spots = coordinates.map((place, spot) => {
    const own = columns.flatMap((column, index) => (column.spot === spot ? [index] : []));
    return spotAt(place, own, { columns, reasons, places, ...input });
  });
  const overlaps = overlapping(input.records);
  return {
    columns,
    spots,
    units,
    rows: [...rowsOf(additions, columns, placeOf, overlaps), ...organisationRows(columns, placeOf)],
    isComplete: input.closure.isComplete,
  };
}

function cellsByKey({ closure, records, trees }: SystemInput): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const box of closure.boxes) {
    const found = contributionsOf(records, box.measure, box.codes, trees);
    for (const coordinates of cellsOf(box, trees)) {
      const contributions = found.get(coordinates) ?? NOBODY;
      cells.set(keyOf(box.measure, coordinates), { measure: box.measure, coordinates, contributions });
    }
  }
  return cells;
}

/** A place that some table prints: by which measures, as how many totals, and whether it must be shown. */
interface Place {
  readonly measures: Set<Measure>;
  totals: number;
  isAskedFor: boolean;
  isImpossible: boolean;
}

function printedPlaces({ tables, trees }: SystemInput): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const table of tables) {
    for (const codes of combinations(table.codes)) {
      const coordinates = coordinatesOf(cellAt(table, codes), trees);
      const isTotal = (code: string, place: number) => trees.get(table.dimensions[place]!)?.total === code;
      const impossible = codes.some((code, place) =>
        trees.get(table.dimensions[place]!)?.structuralZeros.includes(code),
      );
      const place = places.get(coordinates) ?? {
        measures: new Set(),
        totals: 0,
        isAskedFor: false,
        isImpossible: false,
      };
      place.measures.add(table.measure);
      place.totals = Math.max(place.totals, codes.filter(isTotal).length);
      place.isAskedFor ||= table.neverWithhold.has(coordinates);
      place.isImpossible ||= impossible;
      places.set(coordinates, place);
    }
  }
  return places;
}

/** One status a place: what is sensitive by any measure is withheld for all of them. */
function reasonsByPlace(
  cells: ReadonlyMap<string, Cell>,
  additions: readonly Addition[],
  places: ReadonlyMap<string, Place>,
  { rules, trees, records }: SystemInput,
): Map<string, Set<Reason>> {
  const reasons = new Map<string, Set<Reason>>();
  const add = (coordinates: string, reason: Reason) =>
    reasons.set(coordinates, (reasons.get(coordinates) ?? new Set()).add(reason));
  for (const { measure, coordinates, contributions } of cells.values())
    for (const reason of ownReasons(contributions, measure, rules)) add(coordinates, reason);
  const overlaps = overlapping(records);
  for (const { measure, dimension, parent, children } of additions) {
    const organisations = (place: string) => cells.get(keyOf(measure, place))?.contributions.size ?? 0;
    const printed = children.filter((child) => places.has(child));
    if (overlaps.has(dimension)) {
      const exposed = printed.filter((child) => exposesTheRest(organisations(child), organisations(parent), rules.m));
      for (const child of exposed) if (organisations(child) > 0) add(child, "complement");
    }
    if (!trees.get(dimension)?.sensitive || !places.has(parent)) continue;
    if (!isHomogeneous(children.map(organisations), organisations(parent), rules.homogeneity)) continue;
    for (const child of printed) if (organisations(child) > 0) add(child, "homogeneity");
  }
  return reasons;
}

function columnOf(
  { measure, coordinates, contributions }: Cell,
  context: {
    reasons: ReadonlyMap<string, ReadonlySet<Reason>>;
    places: ReadonlyMap<string, Place>;
    spotOf: ReadonlyMap<string, number>;
    unitOf: ReadonlyMap<string, number>;
    rules: Rules;
  },
): Column {
  const value = total(contributions.values());
  const whole = !measure.startsWith("sum:");
  const reasons = [...(context.reasons.get(coordinates) ?? [])].sort();
  const printed = printedFigure(value, measure, context.rules);
  const isPrinted = context.places.get(coordinates)?.measures.has(measure) ?? false;
  const level = isPrinted
    ? protectionLevel(contributions, reasons, context.rules, whole)
    : notComputed(value, context.rules);
  return {
    key: keyOf(measure, coordinates),
    spot: context.spotOf.get(coordinates)!,
    value,
    parts: new Map([...contributions].map(([unit, part]) => [context.unitOf.get(unit)!, part])),
    whole,
    isPrinted,
    printedBelow: value - printed.least,
    printedAbove: printed.most - value,
    target: reasons.length > 0 && value > 0 ? { level, reasons } : null,
  };
}

function spotAt(
  coordinates: string,
  own: readonly number[],
  context: {
    columns: readonly Column[];
    reasons: ReadonlyMap<string, ReadonlySet<Reason>>;
    places: ReadonlyMap<string, Place>;
  } & SystemInput,
): Spot {
  const place = context.places.get(coordinates);
  const value = Math.max(0, ...own.map((column) => context.columns[column]!.value));
  const withholding = withholdingAt(coordinates, value, place, context);
  const at = { value, totals: place?.totals ?? 0, coordinates };
  const cost = withholding === "maybe" ? withholdingCost(at, context.rules.cost, context.seed) : 0;
  return { coordinates, withholding, cost, columns: own };
}

function withholdingAt(
  coordinates: string,
  value: number,
  place: Place | undefined,
  { reasons, earlier, rules }: { reasons: ReadonlyMap<string, unknown> } & Pick<SystemInput, "earlier" | "rules">,
): Withholding {
  const before = earlier?.get(coordinates);
  if (before) return before === "withheld" ? "always" : "never";
  // Asked to be shown and sensitive at once: nothing can protect it, and the search will say so.
  if (place?.isAskedFor) return "never";
  if (!place || reasons.has(coordinates)) return "always";
  if (place.isImpossible || (value === 0 && rules.zeros === "publish")) return "never";
  return "maybe";
}

/** Additions as rows. Where options overlap, or organisations are counted, the whole only lies between largest and sum. */
function rowsOf(
  additions: readonly Addition[],
  columns: readonly Column[],
  placeOf: ReadonlyMap<string, number>,
  overlaps: ReadonlySet<string>,
): Row[] {
  const rows = new Map<string, Row[]>();
  for (const { measure, dimension, parent, children } of additions) {
    const whole = placeOf.get(keyOf(measure, parent))!;
    const parts = children.map((child) => placeOf.get(keyOf(measure, child))!);
    const addsUp = measure !== "organisations" && !overlaps.has(dimension);
    rows.set([whole, ...parts].join(), addsUp ? [sumRow(whole, parts)] : coverRows(whole, parts, columns));
  }
  return [...rows.values()].flat();
}

export function sumRow(whole: number, parts: readonly number[]): Row {
  return { columns: [whole, ...parts], coefficients: [-1, ...parts.map(() => 1)], least: 0, most: 0 };
}

function coverRows(whole: number, parts: readonly number[], columns: readonly Column[]): Row[] {
  const value = (column: number) => columns[column]!.value;
  const slack = total(parts.map(value)) - value(whole);
  return [
    { ...sumRow(whole, parts), least: -slack, most: UNBOUNDED },
    ...parts.map((part) => atMost(part, whole, value(whole) - value(part))),
  ];
}

const atMost = (smaller: number, larger: number, slack: number): Row => ({
  columns: [smaller, larger],
  coefficients: [-1, 1],
  least: -slack,
  most: UNBOUNDED,
});

/** No more organisations than cases, at every place that has both. */
function organisationRows(columns: readonly Column[], placeOf: ReadonlyMap<string, number>): Row[] {
  return columns.flatMap(({ key, value }, column) => {
    if (!key.startsWith("organisations@")) return [];
    const cases = placeOf.get(key.replace("organisations@", "cases@"));
    return cases === undefined ? [] : [atMost(column, cases, columns[cases]!.value - value)];
  });
}
