import { audit } from "#app/features/disclosure/audit/audit.server.ts";
import { factsOf } from "#app/features/disclosure/audit/audit-facts.ts";
import { type AuditReport, failure } from "#app/features/disclosure/audit/audit-report.ts";
import { sensitiveOf } from "#app/features/disclosure/audit/sensitive-figures.ts";
import { readPackage, type WrittenPackage } from "#app/features/disclosure/audit/written-package.ts";
import { type Cohort, cohortOf } from "#app/features/disclosure/editions/cohort.ts";
import { frameOf } from "#app/features/disclosure/editions/frame.ts";
import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import { EXTRACTS, SMALL_POPULATION } from "#app/features/disclosure/settings.ts";
import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { type ClassFault, classFaults, leastOrganisations, thinned } from "./class-rules.ts";
import { extractFiles } from "./extract-files.server.ts";
import { marginsOf } from "./extract-margins.ts";
import type { ExtractSpec } from "./extract-spec.ts";
import { classesOf, type Recoding, recodings } from "./recoding.ts";
import { saidAt, sensitiveLevel } from "./sensitive-levels.ts";

export interface ExtractInput {
  readonly extract: ExtractSpec;
  readonly records: readonly MicroRecord[];
  /** packages that counted some of these records */
  readonly earlier: readonly PackageFiles[];
  readonly date: string;
}

/** A combination of quasi-identifiers that cannot leave, and why. */
export interface FailingClass {
  readonly codes: readonly string[];
  readonly rows: number;
  readonly faults: readonly ClassFault[];
}

/** For the guardian alone. */
export interface ExtractReport {
  readonly levels: Readonly<Record<string, number>>;
  readonly loss: number | null;
  readonly rows: number;
  /** rows in classes that could not leave, and rows beyond the third of an organisation */
  readonly suppressed: number;
  readonly thinned: number;
  readonly failing: readonly FailingClass[];
  readonly audit: AuditReport | null;
  readonly records: readonly string[];
}

export type ExtractOutcome =
  | { readonly kind: "extracted"; readonly files: PackageFiles; readonly guardian: ExtractReport }
  | {
      readonly kind: "refused";
      readonly reason: "population-too-small" | "several-codes" | "not-anonymous" | "audit-failed" | "earlier-releases";
      readonly details: readonly string[];
      readonly guardian: ExtractReport;
    };

/**
 * Rows for named researchers: recoded as little as leaves no class of rows too small, too alike or too much of one
 * organisation, then looked at as the release of all its margins beside everything that was printed of these records.
 * @see Hundepool et al. (2012), chapter 3; k-anonymity is counted in organisations
 */
export function protectExtract(solver: Solver, { extract, records, earlier, date }: ExtractInput): ExtractOutcome {
  const { quasiIdentifiers, sensitive, spec, trees } = extract;
  const cohort = cohortOf(records, spec);
  const nothing = { levels: {}, loss: null, rows: 0, suppressed: 0, thinned: 0, failing: [], audit: null, records: [] };
  const refuse = (
    reason: Extract<ExtractOutcome, { kind: "refused" }>["reason"],
    details: readonly string[],
    guardian: ExtractReport = nothing,
  ): ExtractOutcome => ({ kind: "refused", reason, details, guardian });
  if (new Set(cohort.records.map(({ unit }) => unit)).size < SMALL_POPULATION.none)
    return refuse("population-too-small", []);
  const several = quasiIdentifiers.filter((name) => cohort.records.some(({ codes }) => codes[name]!.length > 1));
  if (several.length > 0) return refuse("several-codes", several);

  const least = leastOrganisations(spec.rules);
  const sensitiveAt = sensitive.map((name) => [name, sensitiveLevel(cohort.records, name, least, trees)] as const);
  const attempts = recodings(cohort.records, quasiIdentifiers, trees).map((recoding) =>
    anonymised(cohort.records, recoding, sensitiveAt, extract),
  );
  const few = attempts.filter(({ suppressed }) => suppressed.length <= EXTRACTS.mostSuppressed * cohort.records.length);
  const nearest = attempts.reduce((a, b) => (b.suppressed.length <= a.suppressed.length ? b : a));
  const reportOf = (attempt: Attempt, audited: AuditReport | null): ExtractReport => ({
    levels: Object.fromEntries(attempt.levels),
    loss: attempt.loss,
    rows: attempt.kept.length,
    suppressed: attempt.suppressed.length,
    thinned: attempt.left.length,
    failing: attempt.failing,
    audit: audited,
    records: attempt.kept.map(({ id }) => id).sort(),
  });
  if (few.length === 0)
    return refuse(
      "not-anonymous",
      nearest.failing.map(({ codes, faults }) => `${codes.join("|")}: ${faults.join(", ")}`),
      reportOf(nearest, null),
    );

  let last: ExtractOutcome | null = null;
  for (const attempt of few.slice(0, EXTRACTS.audits)) {
    const audited = auditOf(solver, attempt, { cohort, records, packages: earlier.map(readPackage), extract });
    if (Array.isArray(audited)) return refuse("earlier-releases", audited);
    const guardian = reportOf(attempt, audited);
    if (audited.failures.length === 0)
      return { kind: "extracted", files: extractFiles(attempt.kept, extract, attempt.levels, date), guardian };
    last = refuse("audit-failed", [...new Set(audited.failures.map(({ place }) => place))], guardian);
  }
  return last ?? refuse("not-anonymous", []);
}

interface Attempt {
  readonly levels: ReadonlyMap<string, number>;
  readonly loss: number;
  readonly kept: readonly MicroRecord[];
  readonly suppressed: readonly MicroRecord[];
  /** rows beyond the third of an organisation */
  readonly left: readonly MicroRecord[];
  readonly failing: readonly FailingClass[];
}

/** One recoding, and what of it can leave. */
function anonymised(
  records: readonly MicroRecord[],
  { levels, loss }: Recoding,
  sensitiveAt: readonly (readonly [string, number])[],
  { quasiIdentifiers, spec, trees }: ExtractSpec,
): Attempt {
  const said = sensitiveAt.map(
    ([name, level]) =>
      (record: MicroRecord) =>
        saidAt(record, name, level, trees),
  );
  const judged = classesOf(records, quasiIdentifiers, levels, trees).map((own) => {
    const { kept, left } = thinned(own.records, spec.seed);
    return { ...own, kept, left, faults: classFaults(kept, said, spec.rules) };
  });
  const [failing, passing] = [
    judged.filter(({ faults }) => faults.length > 0),
    judged.filter(({ faults }) => faults.length === 0),
  ];
  return {
    levels: new Map([...quasiIdentifiers.map((name, place) => [name, levels[place]!] as const), ...sensitiveAt]),
    loss,
    kept: passing.flatMap(({ kept }) => kept),
    suppressed: failing.flatMap((own) => own.records),
    left: passing.flatMap(({ left }) => left),
    failing: failing.map(({ codes, records: rows, faults }) => ({ codes, rows: rows.length, faults })),
  };
}

const NO_AUDIT: AuditReport = {
  failures: [],
  intervals: [],
  programs: 0,
  attackers: [],
  leastRelativeWidth: null,
  isComplete: true,
};

/** The extract beside every package of the same records. What was left out stands between them, and is bounded too. */
function auditOf(
  solver: Solver,
  { kept, suppressed, left, levels }: Attempt,
  {
    cohort,
    records,
    packages,
    extract,
  }: { cohort: Cohort; records: readonly MicroRecord[]; packages: readonly WrittenPackage[]; extract: ExtractSpec },
): AuditReport | string[] {
  const { quasiIdentifiers, sensitive, spec } = extract;
  const edition = `extract ${spec.release}`;
  const own: Cohort = { edition, records: kept, left: [...cohort.left, ...suppressed, ...left], added: [] };
  const frame = frameOf(own, records, packages, extract.trees);
  if (Array.isArray(frame)) return frame;
  const about = { edition, quasiIdentifiers, sensitive, levels, trees: extract.trees, packages: frame.packages };
  const margins = frame.placed(marginsOf(kept, about));
  const facts = factsOf([...frame.packages, margins], { records: frame.records, trees: frame.trees, m: spec.rules.m });
  // What the rows show outright needs no program.
  const shown = sensitiveOf(facts, spec.rules, new Map()).filter(({ place }) => facts.figures[place]!.printed);
  if (shown.length > 0)
    return { ...NO_AUDIT, failures: shown.map(({ place }) => failure(facts.figures[place]!, [], "printed")) };
  return audit(solver, facts, spec.rules);
}
