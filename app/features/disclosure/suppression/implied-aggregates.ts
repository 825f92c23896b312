import { ownReasons } from "#app/features/disclosure/rules/primary.ts";
import { protectionLevel } from "#app/features/disclosure/rules/protection-levels.ts";
import type { Rules } from "#app/features/disclosure/settings.ts";
import type { Column, Pattern, Row, Spot, System } from "#app/features/disclosure/system/system.ts";
import { total } from "#app/features/disclosure/tables/contributions.ts";
import type { Measure } from "#app/features/disclosure/tables/table-plan.ts";

/**
 * Sums that a pattern prints by subtraction: where everything else in an addition is shown, its withheld parts together
 * are known to anybody. Such a sum must pass the primary rules as a cell of its own.
 * @returns the same system with each sum that does not pass as a sensitive column, or null where all pass
 */
export function withImpliedAggregates(system: System, pattern: Pattern, rules: Rules): System | null {
  const found = new Map<string, { parts: number[]; column: Column }>();
  for (const row of system.rows) {
    const parts = impliedParts(system, row, pattern);
    if (parts.length < 2) continue;
    const key = `implied@${parts.map((part) => system.columns[part]!.key).join("+")}`;
    if (system.columns.some((column) => column.key === key)) continue;
    const column = unionOf(system, parts, key, rules);
    if (column) found.set(key, { parts, column });
  }
  if (found.size === 0) return null;
  const columns = [...system.columns];
  const spots: Spot[] = [...system.spots];
  const rows: Row[] = [...system.rows];
  for (const { parts, column } of found.values()) {
    const place = columns.length;
    rows.push({ columns: [place, ...parts], coefficients: [-1, ...parts.map(() => 1)], least: 0, most: 0 });
    columns.push({ ...column, spot: spots.length });
    spots.push({ coordinates: column.key, withholding: "always", cost: 0, columns: [place] });
  }
  return { ...system, columns, spots, rows };
}

/** The withheld parts of an addition whose whole is shown exactly; nothing where the whole is withheld too. */
function impliedParts(
  { columns }: System,
  { columns: own, coefficients, least, most }: Row,
  pattern: Pattern,
): number[] {
  if (least !== 0 || most !== 0) return [];
  const isKnown = (place: number) => {
    const { spot, isPrinted } = columns[place]!;
    return isPrinted && pattern[spot] === 0;
  };
  const whole = own[coefficients.indexOf(-1)];
  if (whole === undefined || !isKnown(whole)) return [];
  return own.filter((place) => place !== whole && !isKnown(place)).sort((a, b) => a - b);
}

function unionOf({ columns }: System, parts: readonly number[], key: string, rules: Rules): Column | null {
  const together = new Map<number, number>();
  for (const part of parts)
    for (const [unit, amount] of columns[part]!.parts) together.set(unit, (together.get(unit) ?? 0) + amount);
  const first = columns[parts[0]!]!;
  const contributions = new Map([...together].map(([unit, amount]) => [String(unit), amount]));
  const reasons = ownReasons(contributions, first.key.split("@")[0] as Measure, rules);
  if (reasons.length === 0) return null;
  const level = protectionLevel(contributions, reasons, rules, first.whole);
  const value = total(together.values());
  return { ...first, key, value, parts: together, isPrinted: false, printedBelow: value, target: { level, reasons } };
}

/** A pattern for the larger system: what was added is withheld, and nothing else changes. */
export function extended(pattern: Pattern, { spots }: System): Pattern {
  return Float64Array.from(spots, (_, spot) => pattern[spot] ?? 1);
}
