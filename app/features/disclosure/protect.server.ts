import { readPackage, type WrittenPackage } from "#app/features/disclosure/audit/written-package.ts";
import { derivedPlans } from "#app/features/disclosure/derived/derived-plan.ts";
import { cohortOf } from "#app/features/disclosure/editions/cohort.ts";
import {
  earlierPlans,
  earlierShares,
  earlierStatus,
  MOST_RELEASES_A_COHORT,
  unknownNames,
} from "#app/features/disclosure/editions/earlier-releases.ts";
import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import { packageFiles } from "#app/features/disclosure/output/data-package.server.ts";
import { releasedFigures } from "#app/features/disclosure/output/released-figures.ts";
import {
  type Candidate,
  candidateOf,
  coarsened,
  isHopeless,
  plansOf,
} from "#app/features/disclosure/release/candidates.ts";
import { guardianReport } from "#app/features/disclosure/release/guardian-report.ts";
import { passed } from "#app/features/disclosure/release/released.server.ts";
import { auditOf, type Refused, raisedLevels, refused } from "#app/features/disclosure/release/repair.server.ts";
import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { type Suppressed, suppress } from "#app/features/disclosure/suppression/suppress.server.ts";
import { withZeros } from "#app/features/disclosure/suppression/withheld-zeros.server.ts";
import { buildSystem } from "#app/features/disclosure/system/build-system.server.ts";
import { closureOf } from "#app/features/disclosure/system/closure.ts";
import type { Pattern } from "#app/features/disclosure/system/system.ts";
import { cellAt, combinations, coordinatesOf, type TablePlan } from "#app/features/disclosure/tables/table-plan.ts";
import type { HeldReason, Outcome, ProtectInput, Released } from "./protect-outcome.ts";
import { REPAIR_ROUNDS, SMALL_POPULATION } from "./settings.ts";

/**
 * Generalise, withhold, write, audit what was written, repair; and hold what does not pass. Nothing is released that the
 * audit has not passed, and where one table is held, all are.
 */
export function protectRelease(solver: Solver, input: ProtectInput): Outcome {
  const { spec, trees } = input;
  const cohort = cohortOf(input.records, spec.release);
  const packages = input.earlier.map(readPackage).filter(({ edition }) => edition === cohort.edition);
  const organisations = new Set(cohort.records.map(({ unit }) => unit)).size;
  const held = (reason: HeldReason, tables: readonly string[], details: readonly string[] = []): Outcome => ({
    kind: "held",
    guardian: guardianReport(spec, cohort.records, { held: tables.map((table) => ({ table, reason, details })) }),
  });
  const all = spec.tables.map(({ id }) => id);
  if (organisations < SMALL_POPULATION.none) return held("population-too-small", all);
  if (cohort.withdrawn > 0) return held("cohort-changed", all, [`${cohort.withdrawn} records were withdrawn since`]);
  if (packages.length >= MOST_RELEASES_A_COHORT) return held("too-many-releases", all);
  const unknown = unknownNames(packages, trees);
  if (unknown.length > 0) return held("contradicts-earlier-release", all, unknown);

  let candidates = spec.tables.map((table) => candidateOf(table, cohort.records, organisations, input));
  for (;;) {
    const hopeless = candidates.filter(isHopeless).map(({ table }) => table.id);
    if (hopeless.length > 0) return held("cannot-be-protected", hopeless);
    const tried = oneLevel(solver, input, { candidates, records: cohort.records, edition: cohort.edition, packages });
    if (tried.kind === "released") return tried;
    if (tried.reason === "contradicts-earlier-release") return held(tried.reason, all, tried.details);
    const coarser = coarsened(candidates, tried.details, trees);
    if (!coarser) return held(tried.reason, all, tried.details);
    candidates = coarser;
  }
}

interface Attempt {
  readonly candidates: readonly Candidate[];
  readonly records: readonly MicroRecord[];
  readonly edition: string;
  readonly packages: readonly WrittenPackage[];
}

/** All tables at their present levels: search, write, audit, repair. */
function oneLevel(solver: Solver, input: ProtectInput, attempt: Attempt): Released | Refused {
  const { spec, trees, date } = input;
  const { candidates, records, edition, packages } = attempt;
  const plans = plansOf(candidates, trees);
  const derived = derivedPlans(spec, plans);
  const tables = [...plans, ...earlierPlans(packages)];
  const shares = [...derived.shares, ...earlierShares(packages)];
  const closure = closureOf(tables, trees);
  const earlier = earlierStatus(packages, trees);
  let system = buildSystem({ tables, records, trees, rules: spec.rules, seed: spec.seed, closure, earlier, shares });
  for (let round = 0; round <= REPAIR_ROUNDS; round += 1) {
    const found = suppress(solver, system, spec.rules, spec.limits);
    if (found.kind !== "suppressed")
      return refused(found.kind === "too-large" ? "too-large" : "cannot-be-protected", found.columns);
    const pattern = withEnoughZeros(found, plans, input);
    const protectedSystem = { system: found.system, pattern, plans, derived, closure };
    const figures = releasedFigures(protectedSystem, { spec, trees, records, edition, date });
    const files = packageFiles(figures);
    const audited = auditOf(solver, files, { packages, records, system, input });
    if ("reason" in audited) return audited;
    if (audited.failures.length === 0) {
      const { marks, ...rest } = passed(input, { found, pattern, figures, files, audited, plans, closure });
      return { ...rest, guardian: guardianReport(spec, records, { marks, audited, round, candidates }) };
    }
    const raised = raisedLevels(system, audited);
    if (!raised)
      return refused(
        "audit-failed",
        audited.failures.map(({ measure, place }) => `${measure}@${place}`),
      );
    system = raised;
  }
  return refused("audit-failed");
}

function withEnoughZeros(
  { system, pattern }: Suppressed,
  plans: readonly TablePlan[],
  { spec, trees }: ProtectInput,
): Pattern {
  if (spec.rules.zeros !== "mayWithhold") return pattern;
  const spotOf = new Map(system.spots.map(({ coordinates }, spot) => [coordinates, spot]));
  return plans.reduce((present, plan) => {
    const places = combinations(plan.codes).map((codes) => spotOf.get(coordinatesOf(cellAt(plan, codes), trees))!);
    return withZeros(system, present, places, spec.seed);
  }, pattern);
}
