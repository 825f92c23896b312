import {
  cellAt,
  combinations,
  coordinatesOf,
  isImpossible,
  type Measure,
} from "#app/features/disclosure/tables/table-plan.ts";
import type { SystemInput } from "./system-input.ts";

/** A place that some table prints: by which measures, as how many totals, and whether it must be shown. */
export interface Place {
  readonly measures: Set<Measure>;
  totals: number;
  isAskedFor: boolean;
  isImpossible: boolean;
}

export function printedPlaces({ tables, trees }: SystemInput): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const table of tables) {
    for (const codes of combinations(table.codes)) {
      const coordinates = coordinatesOf(cellAt(table, codes), trees);
      const isTotal = (code: string, place: number) => trees.get(table.dimensions[place]!)?.total === code;
      const place = places.get(coordinates) ?? {
        measures: new Set(),
        totals: 0,
        isAskedFor: false,
        isImpossible: false,
      };
      place.measures.add(table.measure);
      place.totals = Math.max(place.totals, codes.filter(isTotal).length);
      place.isAskedFor ||= table.neverWithhold.has(coordinates);
      place.isImpossible ||= isImpossible(table, codes, trees);
      places.set(coordinates, place);
    }
  }
  return places;
}
