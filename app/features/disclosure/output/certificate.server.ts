import type { AuditReport } from "#app/features/disclosure/audit/audit-report.ts";
import type { Suppressed } from "#app/features/disclosure/suppression/suppress.server.ts";
import { digestOf } from "./data-package.server.ts";
import type { PackageFiles } from "./release-figures.ts";

/** What anybody may know of how a release was protected, and nothing else. */
export interface Certificate {
  readonly release: string;
  readonly date: string;
  readonly method: string;
  readonly gap: number | null;
  readonly attackersCovered: AuditReport["attackers"];
  readonly cells: { readonly published: number; readonly withheld: number };
  readonly digests: Readonly<Record<string, string>>;
  readonly earlierPackages: Readonly<Record<string, string>>;
  readonly programsSolved: number;
  readonly leastRelativeWidth: number | null;
  readonly solverVersion: string;
  readonly closureComplete: boolean;
}

/** The version the lock file names; the certificate says by what it was solved. */
export const SOLVER_VERSION = "HiGHS 1.15.3 (WebAssembly)";

/**
 * Names no parameter of the rules beyond the threshold that its texts name: each would narrow what a reader can infer.
 * @see Hundepool et al. (2012) on parameters that must stay secret
 */
export function certificateOf({
  release,
  date,
  digests,
  earlier,
  cells,
  programs,
  found,
  audited,
  isComplete,
}: {
  release: string;
  date: string;
  digests: Readonly<Record<string, string>>;
  earlier: readonly PackageFiles[];
  cells: { published: number; withheld: number };
  programs: number;
  found: Pick<Suppressed, "method" | "gap">;
  audited: Pick<AuditReport, "attackers" | "leastRelativeWidth">;
  isComplete: boolean;
}): Certificate {
  return {
    release,
    date,
    method: `complementary suppression, ${found.method}`,
    gap: found.gap,
    attackersCovered: audited.attackers,
    cells,
    digests,
    earlierPackages: Object.fromEntries(
      earlier.map((files) => [nameIn(files), digestOf(files.get("datapackage.json") ?? "")]),
    ),
    programsSolved: programs,
    leastRelativeWidth: audited.leastRelativeWidth,
    solverVersion: SOLVER_VERSION,
    closureComplete: isComplete,
  };
}

const nameIn = (files: PackageFiles): string =>
  (JSON.parse(files.get("datapackage.json") ?? "{}") as { name?: string }).name ?? "";
