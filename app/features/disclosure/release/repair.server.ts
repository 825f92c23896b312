import { audit } from "#app/features/disclosure/audit/audit.server.ts";
import { factsOf } from "#app/features/disclosure/audit/audit-facts.ts";
import type { AuditReport } from "#app/features/disclosure/audit/audit-report.ts";
import { ContradictionError } from "#app/features/disclosure/audit/printed-facts.ts";
import { readPackage } from "#app/features/disclosure/audit/written-package.ts";
import type { Frame } from "#app/features/disclosure/editions/frame.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import type { HeldReason } from "#app/features/disclosure/protect-outcome.ts";
import type { Rules } from "#app/features/disclosure/settings.ts";
import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import type { System } from "#app/features/disclosure/system/system.ts";

/** These levels do not do. */
export interface Refused {
  readonly kind: "refused";
  readonly reason: HeldReason;
  /** keys of figures, or what was found */
  readonly details: readonly string[];
}

export const refused = (reason: HeldReason, details: readonly string[] = []): Refused => ({
  kind: "refused",
  reason,
  details,
});

/** From the written files alone, together with those of earlier releases that share records with it. */
export function auditOf(
  solver: Solver,
  files: PackageFiles,
  { frame, system, rules }: { frame: Frame; system: System; rules: Rules },
): AuditReport | Refused {
  const { packages, records, trees } = frame;
  // What is sensitive by its surroundings, or by a fact of the specification, is no secret of the search.
  const extra = new Map(
    system.columns.flatMap(({ spot, target }) =>
      target ? [[system.spots[spot]!.coordinates, target.reasons] as const] : [],
    ),
  );
  try {
    const facts = factsOf([...packages, frame.placed(readPackage(files))], { records, trees, m: rules.m });
    return audit(solver, facts, rules, extra);
  } catch (error) {
    if (error instanceof ContradictionError) return refused("contradicts-earlier-release", [error.message]);
    throw error;
  }
}

/** What the audit found too narrow gets half as much room again; what has no target cannot be repaired this way. */
export function raisedLevels(system: System, { failures }: AuditReport): System | null {
  const open = new Set(failures.map(({ measure, place }) => `${measure}@${place}`));
  const raise = (level: number, most: number) => Math.min(most, Math.ceil(level * 1.5));
  const columns = system.columns.map((column) => {
    if (!open.has(column.key) || !column.target) return column;
    const { level, reasons } = column.target;
    const raised = { up: raise(level.up, Number.POSITIVE_INFINITY), down: raise(level.down, column.value) };
    return { ...column, target: { level: raised, reasons } };
  });
  return columns.some((column, place) => column !== system.columns[place]) ? { ...system, columns } : null;
}
