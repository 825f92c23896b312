import type { FacetCase } from "#app/features/facets/facet-index.ts";
import { caseAt, type FacetIndex, isShown, newIndex, rowCount } from "#app/features/facets/facet-index.ts";
import { applyRecords } from "#app/features/facets/facet-index-records.ts";
import {
  type AssessedFacets,
  encodeRecord,
  type FacetRecord,
  type ReportedFacets,
} from "#app/features/facets/facet-record.ts";

/** One run of encoded records. */
export function bytesOf(records: readonly FacetRecord[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(records.length * 256);
  for (const [place, { kind, facets, ...key }] of records.entries()) {
    bytes.set(encodeRecord(key, kind, facets), place * 256);
  }
  return bytes;
}

export function indexOf(records: readonly FacetRecord[], teamId = "team"): FacetIndex {
  const index = newIndex(teamId, records.length);
  applyRecords(index, bytesOf(records), 1);
  return index;
}

/** What the index shows, as plain objects, by case. */
export function shownCases(index: FacetIndex): Map<string, FacetCase> {
  const rows = Array.from({ length: rowCount(index) }, (_, row) => row).filter((row) => isShown(index, row));
  return new Map(rows.map((row) => caseAt(index, row)).map((each) => [each.caseId, each]));
}

/** A later step of the reporter has the last word on the status. */
function joined(reportedRecord: FacetRecord, assessedRecord: FacetRecord | null, cohort: number): FacetCase {
  const { caseId } = reportedRecord;
  const reported = reportedRecord.facets as ReportedFacets;
  if (!assessedRecord) return { caseId, reported, assessed: null, cohort };
  const assessed = assessedRecord.facets as AssessedFacets;
  const isReporters = reported.reporterStatus !== 0 && reportedRecord.version > assessedRecord.version;
  const status = isReporters ? reported.reporterStatus : assessed.status;
  return { caseId, reported, assessed: { ...assessed, status }, cohort };
}

/** What should be shown: said as simply as it can be. */
export function expectedCases(records: readonly FacetRecord[]): Map<string, FacetCase> {
  const cases = new Map<string, FacetCase>();
  for (const caseId of new Set(records.map((record) => record.caseId))) {
    const own = records.filter((record) => record.caseId === caseId);
    const erasedUpTo = Math.max(0, ...own.filter(({ kind }) => kind === "erased").map(({ version }) => version));
    const newest = (kind: FacetRecord["kind"]) =>
      own
        .filter((record) => record.kind === kind && record.version > erasedUpTo)
        .reduce<FacetRecord | null>((best, record) => (best && best.version > record.version ? best : record), null);
    const reported = newest("reported");
    const assessed = newest("assessed");
    const counted = newest("counted");
    const cohort = counted?.kind === "counted" ? counted.facets.cohort : 0;
    if (reported) cases.set(caseId, joined(reported, assessed, cohort));
  }
  return cases;
}
