import type { CaseReport, RemedyResult } from "#app/features/cases/case-report.ts";
import type { Remedy } from "#app/features/taxonomy/codes.ts";
import { compareDates, type DateWithPrecision, UNKNOWN_DATE } from "#app/kernel/date-with-precision.ts";
import type { KeptRemedy } from "./remedy.ts";

/** A line of the list of what was tried, whoever tried it. */
export interface RemedyEntry {
  readonly remedy: Remedy;
  readonly triedOn: DateWithPrecision;
  readonly addressee: string;
  /** null where nobody has said what came of it */
  readonly result: RemedyResult | null;
  readonly endedOn: DateWithPrecision | null;
  readonly note: string;
  /** the team's own row; null for what the reporter told in the report, which nobody here changes */
  readonly kept: Pick<KeptRemedy, "id" | "version"> | null;
}

/** What the reporter had tried before the report, and what the team has tried since, in the order of the dates. */
export function remedyEntries(report: CaseReport, tried: readonly KeptRemedy[]): readonly RemedyEntry[] {
  return [...reportedEntries(report), ...tried.map(teamEntry)].sort((a, b) => compareDates(a.triedOn, b.triedOn));
}

function reportedEntries({ remedies, remedyResults }: CaseReport): RemedyEntry[] {
  const results = remedyResults?.results ?? [];
  return (remedies?.remedies ?? [])
    .filter((remedy) => remedy !== "none_tried")
    .map((remedy) => {
      const told = results.find((one) => one.remedy === remedy);
      return {
        remedy,
        triedOn: told?.triedOn ?? UNKNOWN_DATE,
        addressee: "",
        result: told?.result ?? null,
        endedOn: null,
        note: "",
        kept: null,
      };
    });
}

function teamEntry({ id, version, ...tried }: KeptRemedy): RemedyEntry {
  return { ...tried, kept: { id, version } };
}
