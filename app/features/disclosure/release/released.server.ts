import type { AuditReport } from "#app/features/disclosure/audit/audit-report.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import { certificateOf } from "#app/features/disclosure/output/certificate.server.ts";
import { digestOf, jsonText, sorted } from "#app/features/disclosure/output/data-package.server.ts";
import {
  isWithheld,
  type PackageFiles,
  type ReleasedFigures,
} from "#app/features/disclosure/output/release-figures.ts";
import type { Mark, ProtectInput, Released } from "#app/features/disclosure/protect-outcome.ts";
import type { Suppressed } from "#app/features/disclosure/suppression/suppress.server.ts";
import type { Closure } from "#app/features/disclosure/system/closure.ts";
import type { Pattern } from "#app/features/disclosure/system/system.ts";
import { cellAt, combinations, coordinatesOf, type TablePlan } from "#app/features/disclosure/tables/table-plan.ts";

/** What has passed its audit, with its certificate. */
export function passed(
  input: ProtectInput,
  {
    found,
    pattern,
    figures,
    files,
    audited,
    plans,
    closure,
    trees,
  }: {
    found: Suppressed;
    pattern: Pattern;
    figures: ReleasedFigures;
    files: PackageFiles;
    audited: AuditReport;
    plans: readonly TablePlan[];
    closure: Closure;
    trees: Trees;
  },
): Omit<Released, "guardian"> & { readonly marks: readonly Mark[] } {
  const cells = plans.flatMap((plan) =>
    combinations(plan.codes).map((codes) => coordinatesOf(cellAt(plan, codes), trees)),
  );
  const spotOf = new Map(found.system.spots.map(({ coordinates }, spot) => [coordinates, spot]));
  const withheld = cells.filter((place) => pattern[spotOf.get(place)!] === 1);
  const printed = figures.tables.flatMap(({ rows }) => rows);
  const marked = printed.filter(isWithheld).length;
  const certificate = certificateOf({
    release: input.spec.release,
    date: input.date,
    digests: Object.fromEntries([...files].map(([path, text]) => [path, digestOf(text)])),
    earlier: input.earlier,
    cells: { published: printed.length - marked, withheld: marked },
    programs: found.programs + audited.programs,
    found,
    audited,
    isComplete: closure.isComplete && audited.isComplete,
  });
  const reasonsAt = new Map(found.system.columns.map(({ spot, target }) => [spot, target?.reasons ?? []]));
  const marks = [...new Set(withheld)].sort().map((place) => {
    const reasons = reasonsAt.get(spotOf.get(place)!) ?? [];
    return { place, reasons, isComplement: reasons.length === 0 };
  });
  return {
    kind: "released",
    files: sorted([...files, ["certificate.json", jsonText({ ...certificate })]]),
    tables: figures.tables,
    certificate,
    marks,
  };
}
