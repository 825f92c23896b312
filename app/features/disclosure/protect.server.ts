import { type AuditReport, audit } from "#app/features/disclosure/audit/audit.server.ts";
import { ContradictionError, factsOf } from "#app/features/disclosure/audit/audit-facts.ts";
import { readPackage, type WrittenPackage } from "#app/features/disclosure/audit/written-package.ts";
import { cohortOf } from "#app/features/disclosure/editions/cohort.ts";
import {
  earlierPlans,
  earlierStatus,
  MOST_RELEASES_A_COHORT,
  unknownNames,
} from "#app/features/disclosure/editions/earlier-releases.ts";
import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { Specification, TableSpec } from "#app/features/disclosure/input/specification.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import { certificateOf } from "#app/features/disclosure/output/certificate.server.ts";
import { digestOf, jsonText, packageFiles, sorted } from "#app/features/disclosure/output/data-package.server.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import { releasedFigures } from "#app/features/disclosure/output/released-figures.ts";
import { type Choice, choicesOf, firstWorthwhile, isNarrowEnough } from "#app/features/disclosure/rules/generalise.ts";
import type { Reason } from "#app/features/disclosure/rules/primary.ts";
import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { type Suppressed, suppress } from "#app/features/disclosure/suppression/suppress.server.ts";
import { withZeros } from "#app/features/disclosure/suppression/withheld-zeros.server.ts";
import { buildSystem } from "#app/features/disclosure/system/build-system.server.ts";
import { type Closure, closureOf } from "#app/features/disclosure/system/closure.ts";
import type { Pattern, System } from "#app/features/disclosure/system/system.ts";
import { overlapping } from "#app/features/disclosure/tables/contributions.ts";
import {
  cellAt,
  combinations,
  coordinatesOf,
  planned,
  type TablePlan,
} from "#app/features/disclosure/tables/table-plan.ts";
import { REPAIR_ROUNDS, SMALL_POPULATION } from "./settings.ts";

export interface ProtectInput {
  readonly spec: Specification;
  readonly trees: Trees;
  readonly records: readonly MicroRecord[];
  /** earlier packages, newest last */
  readonly earlier: readonly PackageFiles[];
  /** ISO day that the files carry */
  readonly date: string;
}

export type HeldReason =
  | "population-too-small"
  | "cannot-be-protected"
  | "too-large"
  | "audit-failed"
  | "cohort-changed"
  | "contradicts-earlier-release"
  | "too-many-releases";

export interface HeldTable {
  readonly table: string;
  readonly reason: HeldReason;
  readonly details: readonly string[];
}

/** For the guardian alone: why each mark stands, how near a reader comes, what was tried. */
export interface GuardianReport {
  readonly release: string;
  readonly edition: string;
  readonly outcome: "released" | "held";
  readonly held: readonly HeldTable[];
  readonly levels: Readonly<Record<string, { chosen: readonly string[] | null; trade: readonly Choice[] }>>;
  readonly marks: readonly {
    readonly place: string;
    readonly reasons: readonly Reason[];
    readonly isComplement: boolean;
  }[];
  readonly audit: AuditReport | null;
  readonly repairs: number;
  readonly rules: Specification["rules"];
  readonly records: readonly string[];
}

export interface Released {
  readonly kind: "released";
  readonly files: PackageFiles;
  readonly guardian: GuardianReport;
}

export type Outcome = Released | { readonly kind: "held"; readonly guardian: GuardianReport };

/** A table with the levels it may still be printed at. */
interface Candidate {
  readonly table: TableSpec;
  readonly choices: readonly Choice[];
  readonly place: number;
}

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
    guardian: report(input, cohort.records, { held: tables.map((table) => ({ table, reason, details })) }),
  });
  const all = spec.tables.map(({ id }) => id);
  if (organisations < SMALL_POPULATION.none) return held("population-too-small", all);
  if (cohort.withdrawn > 0) return held("cohort-changed", all, [`${cohort.withdrawn} records were withdrawn since`]);
  if (packages.length >= MOST_RELEASES_A_COHORT) return held("too-many-releases", all);
  const unknown = unknownNames(packages, trees);
  if (unknown.length > 0) return held("contradicts-earlier-release", all, unknown);

  let candidates = spec.tables.map((table) => candidateOf(table, cohort.records, organisations, input));
  for (;;) {
    const hopeless = candidates.filter(({ place, choices }) => place < 0 || place >= choices.length);
    if (hopeless.length > 0)
      return held(
        "cannot-be-protected",
        hopeless.map(({ table }) => table.id),
      );
    const tried = oneLevel(solver, input, { candidates, records: cohort.records, edition: cohort.edition, packages });
    if (tried.kind === "released") return tried;
    if (tried.reason === "contradicts-earlier-release") return held(tried.reason, all, tried.details);
    const coarser = coarsened(candidates, tried, trees);
    if (!coarser) return held(tried.reason, all, tried.details);
    candidates = coarser;
  }
}

function candidateOf(
  table: TableSpec,
  records: readonly MicroRecord[],
  organisations: number,
  { spec, trees }: ProtectInput,
): Candidate {
  const mayBeNamed = (dimension: string, code: string) => {
    const institution = spec.dimensions[dimension]?.institutions.find((one) => one.code === code);
    return !institution || (institution.rightOfReplyOn !== undefined && institution.approvedBy !== undefined);
  };
  const choices = choicesOf(table, records, { trees, rules: spec.rules, mayBeNamed }).filter((choice) =>
    isNarrowEnough(table, choice, organisations, trees),
  );
  return { table, choices, place: firstWorthwhile(choices, table.mostPrimary) };
}

interface Refused {
  readonly kind: "refused";
  readonly reason: HeldReason;
  /** keys of figures, or what was found */
  readonly details: readonly string[];
}

/** All tables at their present levels: search, write, audit, repair. */
function oneLevel(
  solver: Solver,
  input: ProtectInput,
  context: {
    candidates: readonly Candidate[];
    records: readonly MicroRecord[];
    edition: string;
    packages: readonly WrittenPackage[];
  },
): Released | Refused {
  const { spec, trees } = input;
  const { candidates, records, edition, packages } = context;
  const plans = candidates.map(({ table, choices, place }) => planned(table, choices[place]!.levels, trees));
  const closure = closureOf([...plans, ...earlierPlans(packages)], trees, overlapping(records));
  const given = {
    tables: [...plans, ...earlierPlans(packages)],
    records,
    trees,
    rules: spec.rules,
    seed: spec.seed,
    closure,
  };
  let system = buildSystem({ ...given, earlier: earlierStatus(packages, trees) });
  for (let round = 0; round <= REPAIR_ROUNDS; round += 1) {
    const found = suppress(solver, system, spec.rules, spec.limits);
    if (found.kind !== "suppressed")
      return {
        kind: "refused",
        reason: found.kind === "too-large" ? "too-large" : "cannot-be-protected",
        details: found.columns,
      };
    const pattern = withEnoughZeros(found, plans, input);
    const figures = releasedFigures(
      { system: found.system, pattern, plans, closure },
      { spec, trees, overlaps: overlapping(records), edition, date: input.date },
    );
    const files = packageFiles(figures);
    const audited = auditOf(solver, files, { ...context, system, input });
    if ("reason" in audited) return audited;
    if (audited.failures.length === 0)
      return released(input, { ...context, found, pattern, files, audited, round, plans, closure });
    const raised = raisedLevels(system, audited);
    if (!raised)
      return {
        kind: "refused",
        reason: "audit-failed",
        details: audited.failures.map(({ measure, place }) => `${measure}@${place}`),
      };
    system = raised;
  }
  return { kind: "refused", reason: "audit-failed", details: [] };
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

/** From the written files alone, together with those of earlier releases of the same cohort. */
function auditOf(
  solver: Solver,
  files: PackageFiles,
  {
    packages,
    records,
    system,
    input,
  }: { packages: readonly WrittenPackage[]; records: readonly MicroRecord[]; system: System; input: ProtectInput },
): AuditReport | Refused {
  const { spec, trees } = input;
  // What is sensitive by its surroundings, or by a fact of the specification, is no secret of the search.
  const extra = new Map(
    system.columns.flatMap(({ spot, target }) =>
      target ? [[system.spots[spot]!.coordinates, target.reasons] as const] : [],
    ),
  );
  try {
    const facts = factsOf([...packages, readPackage(files)], { records, trees, m: spec.rules.m });
    return audit(solver, facts, spec.rules, extra);
  } catch (error) {
    if (error instanceof ContradictionError)
      return { kind: "refused", reason: "contradicts-earlier-release", details: [error.message] };
    throw error;
  }
}

/** What the audit found too narrow gets half as much room again; what has no target cannot be repaired this way. */
function raisedLevels(system: System, { failures }: AuditReport): System | null {
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

function released(
  input: ProtectInput,
  {
    found,
    pattern,
    files,
    audited,
    round,
    plans,
    closure,
    records,
    candidates,
  }: {
    found: Suppressed;
    pattern: Pattern;
    files: PackageFiles;
    audited: AuditReport;
    round: number;
    plans: readonly TablePlan[];
    closure: Closure;
    records: readonly MicroRecord[];
    candidates: readonly Candidate[];
  },
): Released {
  const cells = plans.flatMap((plan) =>
    combinations(plan.codes).map((codes) => coordinatesOf(cellAt(plan, codes), input.trees)),
  );
  const spotOf = new Map(found.system.spots.map(({ coordinates }, spot) => [coordinates, spot]));
  const withheld = cells.filter((place) => pattern[spotOf.get(place)!] === 1);
  const certificate = certificateOf({
    release: input.spec.release,
    date: input.date,
    digests: Object.fromEntries([...files].map(([path, text]) => [path, digestOf(text)])),
    earlier: input.earlier,
    cells: { published: cells.length - withheld.length, withheld: withheld.length },
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
    files: sorted([...files, ["certificate.json", jsonText(certificate)]]),
    guardian: report(input, records, { held: [], marks, audited, round, candidates }),
  };
}

/** The next choice of the table that stands behind what could not be protected; the largest where none is named. */
function coarsened(candidates: readonly Candidate[], { details }: Refused, trees: Trees): Candidate[] | null {
  const plans = candidates.map(({ table, choices, place }) => planned(table, choices[place]!.levels, trees));
  const size = ({ codes }: TablePlan) => codes.reduce((product, own) => product * own.length, 1);
  const isNamed = (plan: TablePlan) =>
    combinations(plan.codes).some((codes) =>
      details.includes(`${plan.measure}@${coordinatesOf(cellAt(plan, codes), trees)}`),
    );
  const movable = candidates
    .map((_, place) => place)
    .filter((place) => candidates[place]!.place + 1 < candidates[place]!.choices.length);
  const [next] = movable.sort(
    (a, b) => Number(isNamed(plans[b]!)) - Number(isNamed(plans[a]!)) || size(plans[b]!) - size(plans[a]!) || a - b,
  );
  if (next === undefined) return null;
  return candidates.map((candidate, place) =>
    place === next ? { ...candidate, place: candidate.place + 1 } : candidate,
  );
}

function report(
  { spec }: ProtectInput,
  records: readonly MicroRecord[],
  {
    held,
    marks = [],
    audited = null,
    round = 0,
    candidates = [],
  }: {
    held: readonly HeldTable[];
    marks?: GuardianReport["marks"];
    audited?: AuditReport | null;
    round?: number;
    candidates?: readonly Candidate[];
  },
): GuardianReport {
  const levels = candidates.map(
    ({ table, choices, place }) => [table.id, { chosen: choices[place]?.names ?? null, trade: choices }] as const,
  );
  return {
    release: spec.release,
    edition: spec.release,
    outcome: held.length > 0 ? "held" : "released",
    held,
    levels: Object.fromEntries(levels),
    marks,
    audit: audited,
    repairs: round,
    rules: spec.rules,
    records: records.map(({ id }) => id).sort(),
  };
}
