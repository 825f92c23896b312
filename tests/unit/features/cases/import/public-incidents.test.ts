import { describe, expect, test } from "vitest";
import { caseReportSchema } from "#app/features/cases/case-report.ts";
import { COLUMNS } from "#app/features/cases/import/public-incident-row.ts";
import { parsePublicIncidents, partyKey } from "#app/features/cases/import/public-incidents.ts";
import { reportedFacets } from "#app/features/cases/report-facets.ts";
import { reportedFacts } from "#app/features/cases/report-facts.ts";
import { decodeRecord, encodeRecord } from "#app/features/facets/facet-record.ts";
import { readSeedText } from "#app/features/taxonomy/seed-csv.server.ts";

const file = readSeedText("public-incidents");
const { incidents } = parsePublicIncidents(file);
const header = COLUMNS.join(",");
const good: Record<string, string> = {
  case_ref: "T-1",
  title: "A bank closes an account",
  date_start: "2025-02",
  date_precision: "month",
  affected_type: "cso",
  institution_type: "commercial_bank",
  incident_type: "account_closed",
  icc_related: "yes",
  severity: "high",
  corroboration: "single_report",
};
const row = (cells: Record<string, string> = {}) =>
  COLUMNS.map((column) => ({ ...good, ...cells })[column] ?? "").join(",");
const errorsOf = (cells: Record<string, string>) =>
  parsePublicIncidents(`${header}\n${row(cells)}\n`).errors.map(
    ({ line, column, reason }) => `${line} ${column}: ${reason}`,
  );

describe("the file of public incidents", () => {
  test("has 78 rows, and every one of them passes", () => {
    expect(parsePublicIncidents(file).errors).toEqual([]);
    expect(incidents).toHaveLength(78);
  });

  test("becomes reports that are sealed like all others", () => {
    const wrong = incidents.filter(({ report }) => !caseReportSchema.safeParse(report).success);
    expect(wrong).toEqual([]);
  });

  test("becomes facets that fit into their records", () => {
    for (const incident of incidents) {
      const facts = reportedFacts(incident.report, {
        sourceKind: "import",
        corroboration: incident.corroboration,
        durationDays: incident.durationDays,
      });
      const facets = reportedFacets(facts, { organisationId: null, receivedAt: new Date("2026-01-05T08:00:00Z") });
      const key = { caseId: "11111111-1111-4111-8111-111111111111", version: 1 };
      expect(decodeRecord(encodeRecord(key, "reported", facets))).toMatchObject({ kind: "reported", facets });
    }
  });

  test("keeps the precision of each date and the lists of a cell", () => {
    const first = incidents[0]!;
    expect(first.report.started?.startedOn).toEqual({ date: "2025-02", precision: "after_or_in" });
    expect(first.report.consequences?.consequences).toEqual(["communications_disrupted", "moved_to_other_provider"]);
    expect(first.measure).toBe("us_eo_14203");
    expect(first.report.consent?.consent).toBe("c2_aggregate");
  });
});

describe("a bad row is named by line, column and reason", () => {
  test.each([
    [{ institution_type: "bank" }, "2 institution_type: not a code of the list institution_type"],
    [{ date_start: "2025-02", date_precision: "day" }, "2 date_start: does not fit the precision beside it"],
    [{ country: "Netherlands" }, "2 country: not a country code of two capital letters"],
    [
      { consequences: "staff_lost;sadness" },
      "2 consequences: holds something that is not a code of the list consequence",
    ],
    [{ consequences: "staff_lost;" }, "2 consequences: holds something that is not a code of the list consequence"],
    [{ amount: "50" }, "2 amount: needs a currency"],
    [{ amount: "1.5", currency: "JPY" }, "2 amount: not an amount like 1234 or 1234.50"],
    [{ legal_basis: "law" }, "2 legal_basis: not a code of the register of measures"],
    [{ severity: "" }, "2 severity: is empty"],
    [{ people_affected: "many" }, "2 people_affected: not a whole number up to 10000000"],
    [{ source_url: "javascript:alert(1)" }, "2 source_url: has not the form this column needs"],
    [{ notes: "IBAN DE89370400440532013000" }, "2 notes: holds an account or card number"],
  ])("%j", (cells, expected) => {
    expect(errorsOf(cells)).toEqual([expected]);
  });

  test("with all of its errors at once", () => {
    expect(errorsOf({ title: "", affected_type: "none" })).toHaveLength(2);
  });

  test("also where its cells do not match the header, or its reference comes twice", () => {
    const text = `${header}\n${row()}\n${row()},extra\n${row({ notes: '"two\nlines"', case_ref: "T-2" })}\n${row()}\n`;
    expect(parsePublicIncidents(text).errors).toEqual([
      { line: 3, column: "", reason: "has 36 cells, the header has 35" },
      { line: 6, column: "case_ref", reason: "already stands in line 2" },
    ]);
  });

  test("without repeating what the cell holds", () => {
    expect(errorsOf({ institution_type: "Secret Name" }).join()).not.toContain("Secret");
  });
});

describe("a file that is no such file", () => {
  test("is refused by its header", () => {
    expect(parsePublicIncidents("case_ref,title\nX,Y\n").errors).toHaveLength(COLUMNS.length - 2);
    expect(parsePublicIncidents(`${header},colour\n`).errors).toEqual([
      { line: 1, column: "colour", reason: "column is not known" },
    ]);
  });

  test("is refused where a quotation never ends", () => {
    expect(parsePublicIncidents(`${header}\n"T-1,`).errors[0]?.reason).toContain("not readable as CSV");
  });
});

test("the same name, however it is written, is one organisation; no name is one of its own", () => {
  expect(partyKey("  AL-Haq ")).toBe(partyKey("al-haq"));
  expect(partyKey("ﬁne  group")).toBe("fine group");
  expect(partyKey(null)).toBeNull();
});
