import { shareCells } from "#app/features/disclosure/derived/derived-plan.ts";
import { withholdingCost } from "#app/features/disclosure/rules/cost.server.ts";
import type { Reason } from "#app/features/disclosure/rules/primary.ts";
import { printedFigure } from "#app/features/disclosure/rules/printed.ts";
import { notComputed, protectionLevel } from "#app/features/disclosure/rules/protection-levels.ts";
import type { Rules } from "#app/features/disclosure/settings.ts";
import { overlapping, total } from "#app/features/disclosure/tables/contributions.ts";
import { type Cell, cellsByKey, keyOf } from "./cells.ts";
import { additionsOf } from "./closure.ts";
import { type Place, printedPlaces } from "./printed-places.ts";
import { reasonsByPlace } from "./reasons.ts";
import { organisationRows, rowsOf } from "./rows.ts";
import type { Column, Spot, System, Withholding } from "./system.ts";
import type { SystemInput } from "./system-input.ts";

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
  const exact = inShares(input);
  const columns = sorted.map((cell) => columnOf(cell, { reasons, places, spotOf, unitOf, exact, rules: input.rules }));
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

/** Whoever has a share reads both its figures nearly as they are, so rounding is not counted on there. */
function inShares({ shares = [], trees }: SystemInput): ReadonlySet<string> {
  return new Set(
    shares.flatMap((share) =>
      shareCells(share, trees).flatMap(({ part, whole }) =>
        [part, whole].map((place) => keyOf(share.part.measure, place)),
      ),
    ),
  );
}

function columnOf(
  { measure, coordinates, contributions }: Cell,
  context: {
    reasons: ReadonlyMap<string, ReadonlySet<Reason>>;
    places: ReadonlyMap<string, Place>;
    spotOf: ReadonlyMap<string, number>;
    unitOf: ReadonlyMap<string, number>;
    exact: ReadonlySet<string>;
    rules: Rules;
  },
): Column {
  const value = total(contributions.values());
  const whole = !measure.startsWith("sum:");
  const reasons = [...(context.reasons.get(coordinates) ?? [])].sort();
  const key = keyOf(measure, coordinates);
  const rounded = printedFigure(value, measure, context.rules);
  const printed = context.exact.has(key) ? { least: value, most: value } : rounded;
  const isPrinted = context.places.get(coordinates)?.measures.has(measure) ?? false;
  const level = isPrinted
    ? protectionLevel(contributions, reasons, context.rules, whole)
    : notComputed(value, context.rules);
  return {
    key,
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
