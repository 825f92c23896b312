import { readPackage } from "#app/features/disclosure/audit/written-package.ts";
import { derivedPlans } from "#app/features/disclosure/derived/derived-plan.ts";
import { type Cohort, cohortOf } from "#app/features/disclosure/editions/cohort.ts";
import { earlierPlans, earlierShares, earlierStatus } from "#app/features/disclosure/editions/earlier-releases.ts";
import { type Frame, frameOf } from "#app/features/disclosure/editions/frame.ts";
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
import { whyNotAtAll } from "#app/features/disclosure/release/standing.ts";
import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { type Suppressed, suppress } from "#app/features/disclosure/suppression/suppress.server.ts";
import { withZeros } from "#app/features/disclosure/suppression/withheld-zeros.server.ts";
import { buildSystem } from "#app/features/disclosure/system/build-system.server.ts";
import { closureOf } from "#app/features/disclosure/system/closure.ts";
import type { Pattern } from "#app/features/disclosure/system/system.ts";
import { overlapping } from "#app/features/disclosure/tables/contributions.ts";
import { cellAt, combinations, coordinatesOf, type TablePlan } from "#app/features/disclosure/tables/table-plan.ts";
import type { HeldReason, Outcome, ProtectInput, ProtectStep, Released } from "./protect-outcome.ts";
import { REPAIR_ROUNDS } from "./settings.ts";

/**
 * Generalise, withhold, write, audit what was written, repair; and hold what does not pass. Nothing is released that the
 * audit has not passed, and where one table is held, all are.
 */
export function protectRelease(
  solver: Solver,
  input: ProtectInput,
  tell: (step: ProtectStep) => void = () => {},
): Outcome {
  const { spec } = input;
  const cohort = cohortOf(input.records, spec);
  const held = (reason: HeldReason, tables: readonly string[], details: readonly string[] = []): Outcome => ({
    kind: "held",
    guardian: guardianReport(spec, cohort, { held: tables.map((table) => ({ table, reason, details })) }),
  });
  const all = spec.tables.map(({ id }) => id);
  const packages = input.earlier.map(readPackage);
  const no = whyNotAtAll(cohort, packages, input);
  if (no) return held(no.reason, all, no.details);
  const frame = frameOf(cohort, input.records, packages, input.trees);
  if (Array.isArray(frame)) return held("contradicts-earlier-release", all, frame);

  const organisations = new Set(cohort.records.map(({ unit }) => unit)).size;
  let candidates = spec.tables.map((table) => candidateOf(table, cohort.records, organisations, input));
  for (;;) {
    const hopeless = candidates.filter(isHopeless).map(({ table }) => table.id);
    if (hopeless.length > 0) return held("cannot-be-protected", hopeless);
    const tried = oneLevel(solver, input, { candidates, cohort, frame, tell });
    if (tried.kind === "released") return tried;
    if (tried.reason === "contradicts-earlier-release") return held(tried.reason, all, tried.details);
    const coarser = coarsened(candidates, tried.details, frame);
    if (!coarser) return held(tried.reason, all, tried.details);
    candidates = coarser;
  }
}

interface Attempt {
  readonly candidates: readonly Candidate[];
  readonly cohort: Cohort;
  readonly frame: Frame;
  readonly tell: (step: ProtectStep) => void;
}

/** All tables at their present levels: search, write, audit, repair. */
function oneLevel(solver: Solver, input: ProtectInput, attempt: Attempt): Released | Refused {
  const { spec, date } = input;
  const { candidates, cohort, frame, tell } = attempt;
  const { edition, trees, records, packages } = frame;
  const plans = plansOf(candidates, frame);
  const derived = derivedPlans(spec, plans);
  const tables = [...plans, ...earlierPlans(packages)];
  const shares = [...derived.shares, ...earlierShares(packages)];
  const closure = closureOf(tables, trees, overlapping(records));
  const earlier = earlierStatus(packages, trees);
  let system = buildSystem({ tables, records, trees, rules: spec.rules, seed: spec.seed, closure, earlier, shares });
  for (let round = 0; round <= REPAIR_ROUNDS; round += 1) {
    tell("searching");
    const found = suppress(solver, system, spec.rules, spec.limits);
    if (found.kind !== "suppressed")
      return refused(found.kind === "too-large" ? "too-large" : "cannot-be-protected", found.columns);
    const pattern = withEnoughZeros(found, plans, { spec, trees });
    const protectedSystem = { system: found.system, pattern, plans, derived, closure };
    const figures = releasedFigures(protectedSystem, { spec, trees, records, edition, date });
    const files = packageFiles(figures);
    tell("attacking");
    const audited = auditOf(solver, files, { frame, system, rules: spec.rules });
    if ("reason" in audited) return audited;
    if (audited.failures.length === 0) {
      const { marks, ...rest } = passed(input, { found, pattern, figures, files, audited, plans, closure, trees });
      return { ...rest, guardian: guardianReport(spec, cohort, { marks, audited, round, candidates }) };
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
  { spec, trees }: Pick<ProtectInput, "spec" | "trees">,
): Pattern {
  if (spec.rules.zeros !== "mayWithhold") return pattern;
  const spotOf = new Map(system.spots.map(({ coordinates }, spot) => [coordinates, spot]));
  return plans.reduce((present, plan) => {
    const places = combinations(plan.codes).map((codes) => spotOf.get(coordinatesOf(cellAt(plan, codes), trees))!);
    return withZeros(system, present, places, spec.seed);
  }, pattern);
}
