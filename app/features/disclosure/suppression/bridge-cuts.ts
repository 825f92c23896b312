import type { Cut } from "./cut.ts";
import { type Attacker, levelFor, ownPart, type Problem } from "./problem.ts";

/**
 * A row of an addition whose only withheld member is sensitive prints it by subtraction: each such row needs another
 * withheld member, and one that is not the attacker's own alone.
 */
export function bridgeCuts(problem: Problem): Cut[] {
  const cuts = new Map<string, Cut>();
  for (const row of problem.system.rows) {
    if (row.least !== 0 || row.most !== 0) continue;
    for (const aim of problem.aims) {
      if (!row.columns.includes(aim.column)) continue;
      for (const [place, attacker] of problem.attackers.entries()) {
        if (levelFor(aim, place) <= 0) continue;
        const cut = bridge(problem, row.columns, aim.column, attacker);
        if (cut) cuts.set(cut.spots.join(), cut);
      }
    }
  }
  return [...cuts.values()];
}

function bridge(
  { system, room }: Problem,
  columns: readonly number[],
  sensitive: number,
  attacker: Attacker,
): Cut | null {
  const spots: number[] = [];
  for (const column of columns) {
    const { spot, parts } = system.columns[column]!;
    if (column === sensitive || ownPart(parts, attacker).isAll) continue;
    const { withholding } = system.spots[spot]!;
    const isLoose = withholding !== "maybe" && (withholding === "always" || room.printedAbove[column]! > 0);
    if (isLoose || room.printedAbove[column]! + room.printedBelow[column]! > 0) return null;
    if (withholding === "maybe") spots.push(spot);
  }
  const sorted = [...new Set(spots)].sort((a, b) => a - b);
  return sorted.length > 0 ? { spots: sorted, weights: sorted.map(() => 1), least: 1 } : null;
}
