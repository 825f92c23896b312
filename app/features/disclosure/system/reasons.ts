import { shareCells } from "#app/features/disclosure/derived/derived-plan.ts";
import { whyTheRestIsExposed } from "#app/features/disclosure/derived/printed-share.ts";
import { isHomogeneous, ownReasons, type Reason } from "#app/features/disclosure/rules/primary.ts";
import { type Contributions, overlapping } from "#app/features/disclosure/tables/contributions.ts";
import { type Cell, keyOf } from "./cells.ts";
import type { Addition } from "./closure.ts";
import type { Place } from "./printed-places.ts";
import type { SystemInput } from "./system-input.ts";

const NOBODY: Contributions = new Map();

/** One status a place: what is sensitive by any measure is withheld for all of them. */
export function reasonsByPlace(
  cells: ReadonlyMap<string, Cell>,
  additions: readonly Addition[],
  places: ReadonlyMap<string, Place>,
  { rules, trees, records, shares = [] }: SystemInput,
): Map<string, Set<Reason>> {
  const reasons = new Map<string, Set<Reason>>();
  const add = (coordinates: string, reason: Reason) =>
    reasons.set(coordinates, (reasons.get(coordinates) ?? new Set()).add(reason));
  for (const { measure, coordinates, contributions } of cells.values())
    for (const reason of ownReasons(contributions, measure, rules)) add(coordinates, reason);
  for (const share of shares) {
    for (const { part, whole } of shareCells(share, trees)) {
      const [one, all] = [part, whole].map((place) => cells.get(keyOf(share.part.measure, place))?.contributions);
      if (one?.size && whyTheRestIsExposed(one, all ?? NOBODY, rules).length > 0) add(part, "complement");
    }
  }
  const overlaps = overlapping(records);
  for (const { measure, dimension, parent, children } of additions) {
    const behind = (place: string) => cells.get(keyOf(measure, place))?.contributions ?? NOBODY;
    const organisations = (place: string) => behind(place).size;
    const printed = children.filter((child) => places.has(child));
    // Who did not choose an option stands in no cell of its own: only the difference tells, and nothing else covers it.
    const isLeftOver = overlaps.has(dimension) || (measure === "organisations" && rules.rounding.organisations === 1);
    if (isLeftOver) {
      const exposed = printed.filter((child) => whyTheRestIsExposed(behind(child), behind(parent), rules).length > 0);
      for (const child of exposed) if (organisations(child) > 0) add(child, "complement");
    }
    if (!trees.get(dimension)?.sensitive || !places.has(parent)) continue;
    if (!isHomogeneous(children.map(organisations), organisations(parent), rules.homogeneity)) continue;
    for (const child of printed) if (organisations(child) > 0) add(child, "homogeneity");
  }
  return reasons;
}
