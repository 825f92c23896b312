import { expect, test } from "vitest";
import { COUNTED_COLUMNS, type CountedFacets, countedRowsOf } from "#app/features/briefings/figures/counted-codes.ts";
import { measureNumber } from "#app/features/registers/measures.ts";
import { numberOf } from "#app/features/taxonomy/dictionary.ts";

const NOTHING = {
  organisationId: "organisation",
  affectedCountry: null,
  affectedType: 0,
  mainIncident: 0,
  otherIncidents: [],
  measure: 0,
  severity: 0,
  institutionType: 0,
  institutionCountry: null,
  statedReason: 0,
  documents: [],
  channel: 0,
  consequences: [],
  remedies: [],
  outcome: 0,
  inWriting: null,
  noticeDays: null,
  durationDays: null,
  ongoing: null,
  amountBand: 0,
  amountMinor: null,
  currency: null,
  extraCostMinor: null,
  extraCostCurrency: null,
  staffDays: null,
};

function codesOf(facets: Partial<Record<(typeof COUNTED_COLUMNS)[number], unknown>>) {
  const all = { ...NOTHING, ...facets };
  const columns = Object.fromEntries(COUNTED_COLUMNS.map((name) => [name, [all[name]]])) as unknown as CountedFacets;
  return countedRowsOf({ length: 1, caseIds: ["case"], columns } as never)[0]!;
}

test("what was not said stands in no row of any table", () => {
  const { codes, organisationKey } = codesOf({});
  expect(organisationKey).toBe("organisation");
  expect(Object.values(codes).flat()).toEqual([]);
});

test("an incident and its further ones count by type, and once by group", () => {
  const { codes } = codesOf({
    mainIncident: numberOf("incident_type", "account_closed"),
    otherIncidents: [numberOf("incident_type", "account_frozen"), numberOf("incident_type", "email_suspended")],
  });
  expect(codes.incident_type).toEqual(["account_closed", "account_frozen", "email_suspended"]);
  expect(codes.incident_group).toEqual(["account", "digital"]);
  expect(codes.incident_kind).toEqual(["refusal"]);
});

test("countries become regional groups, measures their codes", () => {
  const { codes } = codesOf({ affectedCountry: "KE", institutionCountry: "US", measure: measureNumber("us_eo_14203") });
  expect(codes.affected_region).toEqual(["africa"]);
  expect(codes.institution_region).toEqual(["western_europe_and_others"]);
  expect(codes.affected_country).toEqual(["KE"]);
  expect(codes.institution_country).toEqual(["US"]);
  expect(codesOf({ affectedCountry: "ZZ" }).codes.affected_country).toEqual([]);
  expect(codes.measure).toEqual(["us_eo_14203"]);
});

test("sets keep every member", () => {
  const consequences = ["staff_unpaid", "programme_delayed"] as const;
  const { codes } = codesOf({ consequences: consequences.map((code) => numberOf("consequence", code)) });
  expect(codes.consequence).toEqual(consequences);
  expect(codes.consequence_group).toEqual(["people", "work"]);
});

test.each([
  [0, "no_notice", "lt_1w"],
  [6, "lt_14d", "lt_1w"],
  [13, "lt_14d", "1w_4w"],
  [14, "14d_29d", "1w_4w"],
  [30, "30d_59d", "1m_3m"],
  [60, "gte_60d", "1m_3m"],
  [91, "gte_60d", "3m_6m"],
  [365, "gte_60d", "6m_12m"],
  [366, "gte_60d", "gt_12m"],
])("%i days of notice are %s, and as a duration %s", (days, notice, duration) => {
  const { codes } = codesOf({ noticeDays: days, durationDays: days });
  expect([codes.notice_band, codes.duration_band]).toEqual([[notice], [duration]]);
});

test("what still goes on has no length yet; an amount stands in the band of its own currency", () => {
  const amount = { amountBand: numberOf("amount_band", "10k_50k"), amountMinor: 3_100_000, currency: "CHF" };
  const { codes } = codesOf({ durationDays: 40, ongoing: "yes", inWriting: "no", ...amount });
  expect([codes.duration_band, codes.in_writing, codes.amount_band]).toEqual([["ongoing"], ["no"], ["10k_50k"]]);
});

test("what coping cost is money of its own, beside what was at stake, and working days", () => {
  const { quantities } = codesOf({ extraCostMinor: 45_000, extraCostCurrency: "EUR", staffDays: 6, currency: "USD" });
  expect(quantities).toEqual({
    duration: null,
    amount: null,
    extra_cost: { amountMinor: 45_000, currency: "EUR" },
    staff_days: 6,
  });
});

test("a case matched to an institution carries its code, and what whoever looked at the papers says it rests on", () => {
  const institutionCode = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
  const reported = { institutionCode, corroboration: numberOf("corroboration", "self_report") };
  const seen = { ...reported, teamCorroboration: numberOf("corroboration", "document_seen") };
  expect(codesOf({}).institution).toBeUndefined();
  expect(codesOf(reported).institution).toEqual({ code: institutionCode, corroboration: "self_report" });
  expect(codesOf(seen).institution).toEqual({ code: institutionCode, corroboration: "document_seen" });
});
