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
});

test("countries become regional groups, measures their codes", () => {
  const { codes } = codesOf({ affectedCountry: "KE", institutionCountry: "US", measure: measureNumber("us_eo_14203") });
  expect(codes.affected_region).toEqual(["africa"]);
  expect(codes.institution_region).toEqual(["western_europe_and_others"]);
  expect(codes.measure).toEqual(["us_eo_14203"]);
});

test("sets keep every member", () => {
  const consequences = ["staff_unpaid", "programme_delayed"] as const;
  const { codes } = codesOf({ consequences: consequences.map((code) => numberOf("consequence", code)) });
  expect(codes.consequence).toEqual(consequences);
});
