import type { AuditReport } from "#app/features/disclosure/audit/audit-report.ts";
import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { Specification } from "#app/features/disclosure/input/specification.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import type { Certificate } from "#app/features/disclosure/output/certificate.server.ts";
import type { PackageFiles, ReleasedTable } from "#app/features/disclosure/output/release-figures.ts";
import type { Choice } from "#app/features/disclosure/rules/generalise.ts";
import type { Reason } from "#app/features/disclosure/rules/primary.ts";

/** Everything a release is made of. It holds plain values only, so that it can be handed to a thread. */
export interface ProtectInput {
  readonly spec: Specification;
  readonly trees: Trees;
  readonly records: readonly MicroRecord[];
  /** earlier packages, newest last */
  readonly earlier: readonly PackageFiles[];
  /** ISO day that the files carry */
  readonly date: string;
}

/** What takes its time: to find what must be withheld, and to attack what was found. */
export type ProtectStep = "searching" | "attacking";

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
  readonly marks: readonly Mark[];
  readonly audit: AuditReport | null;
  readonly repairs: number;
  readonly rules: Specification["rules"];
  readonly records: readonly string[];
}

export interface Mark {
  readonly place: string;
  readonly reasons: readonly Reason[];
  readonly isComplement: boolean;
}

export interface Released {
  readonly kind: "released";
  /** the package, by path; the certificate is one of its files */
  readonly files: PackageFiles;
  /** the same tables, for whoever prints them */
  readonly tables: readonly ReleasedTable[];
  readonly certificate: Certificate;
  readonly guardian: GuardianReport;
}

export type Outcome = Released | { readonly kind: "held"; readonly guardian: GuardianReport };
