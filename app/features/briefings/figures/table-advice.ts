import type { GuardianReport } from "#app/features/disclosure/protect-outcome.ts";
import type { Dimension } from "./dimensions.ts";
import { isWithheld, type ProtectedRelease } from "./protected-release.ts";

/** What the marks of a table cost, and what the next coarser level would cost. For analysts: nothing of it is printed. */
export interface TableAdvice {
  readonly id: string;
  /** cells of the table, and those of them that are withheld */
  readonly cells: number;
  readonly withheld: number;
  /** null where there is none, or nothing to win */
  readonly coarser: CoarserLevel | null;
}

export interface CoarserLevel {
  readonly dimensions: readonly Dimension[];
  /** cells in which somebody stands, and those of them that are too small to be shown */
  readonly cells: number;
  readonly small: number;
  /** share of such cells that is large enough to be shown at this level, and at the present one; 0–1 */
  readonly keepsRatio?: number;
  readonly presentRatio?: number;
}

/** One piece a table that is shown, in their order. */
export function adviceOn({ tables }: ProtectedRelease, { levels }: GuardianReport): TableAdvice[] {
  return tables.map(({ id, cells }) => {
    const withheld = cells.filter(isWithheld).length;
    return { id, cells: cells.length, withheld, coarser: withheld > 0 ? coarserThan(levels[id]) : null };
  });
}

function coarserThan(level: GuardianReport["levels"][string] | undefined): CoarserLevel | null {
  const present = level?.trade.findIndex(({ names }) => names.join() === level.chosen?.join()) ?? -1;
  const next = level?.trade.slice(present + 1).find(({ names }) => !names.includes("total"));
  if (!level || present < 0 || !next) return null;
  return {
    dimensions: next.names as readonly Dimension[],
    cells: next.cells,
    small: next.primary,
    keepsRatio: keptAt(next),
    presentRatio: keptAt(level.trade[present]!),
  };
}

const keptAt = ({ cells, primary }: { readonly cells: number; readonly primary: number }): number =>
  cells === 0 ? 1 : (cells - primary) / cells;
