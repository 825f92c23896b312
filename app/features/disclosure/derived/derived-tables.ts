import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import type { ReleasedRow, ReleasedTable } from "#app/features/disclosure/output/release-figures.ts";
import { printedFigure } from "#app/features/disclosure/rules/printed.ts";
import type { Rules } from "#app/features/disclosure/settings.ts";
import type { Column, Pattern, System } from "#app/features/disclosure/system/system.ts";
import { type Contributions, contributionsOf } from "#app/features/disclosure/tables/contributions.ts";
import { cellAt, combinations, coordinatesOf, isImpossible } from "#app/features/disclosure/tables/table-plan.ts";
import { type DerivedPlans, type MedianPlan, type SharePlan, shareCells } from "./derived-plan.ts";
import { quantileBand } from "./median-band.ts";
import { printedShare, type ShareSide } from "./printed-share.ts";

/** What is known when the marks of a release stand. */
interface Marked {
  readonly system: System;
  readonly pattern: Pattern;
  readonly records: readonly MicroRecord[];
  readonly trees: Trees;
  readonly rules: Rules;
}

/** Shares and bands of medians as they leave: each is a mark where what it rests on is one. */
export function derivedTables({ shares, medians }: DerivedPlans, marked: Marked): ReleasedTable[] {
  return [
    ...shares.map((plan) => ({
      ...tableLike(plan.id, plan.part),
      measure: "share" as const,
      derived: { part: plan.part.id, whole: plan.whole.id },
      rows: shareTableRows(plan, marked),
    })),
    ...medians.map((plan) => ({
      ...tableLike(plan.id, plan.beside),
      measure: "medianBand" as const,
      of: plan.of,
      derived: { beside: plan.beside.id, quantile: plan.quantile, cuts: plan.cuts },
      rows: medianTableRows(plan, marked),
    })),
  ];
}

const tableLike = (id: string, { dimensions, where }: MedianPlan["beside"]) => ({
  id,
  of: null,
  dimensions,
  where,
  rounding: null,
  overlapping: [],
});

function shareTableRows(plan: SharePlan, marked: Marked): ReleasedRow[] {
  const { system, pattern, rules, trees } = marked;
  const columns = new Map(system.columns.map((column) => [column.key, column]));
  const side = (place: string): ShareSide => {
    const { measure } = plan.part;
    const column = columns.get(`${measure}@${place}`)!;
    const surely = pattern[column.spot] === 1 ? null : printedFigure(column.value, measure, rules).least;
    return { contributions: namedParts(column), surely };
  };
  return shareCells(plan, trees).map(({ codes, part, whole }) => {
    if (isImpossible(plan.part, codes, trees)) return { codes, value: null, isImpossible: true };
    const share = printedShare(side(part), side(whole), rules);
    if (!share) return { codes, value: null, isImpossible: false };
    const { percent, halfWidth } = share;
    const [least, most] = [Math.max(0, percent - halfWidth), Math.min(100, percent + halfWidth)].map(rounded);
    return { codes, value: percent, band: { least: least!, most: most! }, isImpossible: false };
  });
}

/** Sums of decimals are not exact in binary: the text form cuts what is left over. */
const rounded = (percent: number): number => Number(percent.toFixed(2));

const namedParts = ({ parts }: Column): Contributions =>
  new Map([...parts].map(([unit, amount]) => [String(unit), amount]));

function medianTableRows({ of, beside, quantile, cuts }: MedianPlan, marked: Marked): ReleasedRow[] {
  const { system, pattern, records, rules, trees } = marked;
  const spotOf = new Map(system.spots.map(({ coordinates }, spot) => [coordinates, spot]));
  const codesInUse = new Map([
    ...beside.dimensions.map((name, place) => [name, new Set(beside.codes[place])] as const),
    ...Object.entries(beside.where).map(([name, code]) => [name, new Set([code])] as const),
  ]);
  const amounts = contributionsOf(records, `sum:${of}`, codesInUse, trees);
  return combinations(beside.codes).map((codes) => {
    const place = coordinatesOf(cellAt(beside, codes), trees);
    if (isImpossible(beside, codes, trees)) return { codes, value: null, isImpossible: true };
    const isShown = pattern[spotOf.get(place)!] === 0;
    const band = isShown ? quantileBand(amounts.get(place) ?? new Map(), { quantile, cuts }, rules) : null;
    return { codes, value: null, band, isImpossible: false };
  });
}
