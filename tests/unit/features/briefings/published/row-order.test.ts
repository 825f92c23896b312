import { expect, test } from "vitest";
import { rowsInOrder } from "#app/features/briefings/published/row-order.ts";

const read = (...given: Parameters<typeof rowsInOrder>) =>
  rowsInOrder(...given).map(({ code, level }) => `${level} ${code}`);

test("each group stands before its parts, who said nothing near the end, all together last", () => {
  const codes = ["ALL", "account", "digital", "not_said", "email_suspended", "account_closed", "account_frozen"];
  expect(read("incident_type", codes)).toEqual([
    "group account",
    "row account_closed",
    "row account_frozen",
    "group digital",
    "row email_suspended",
    "row not_said",
    "total ALL",
  ]);
});

test("sums over several groups stand with the whole, and not as headings", () => {
  const codes = ["ALL", "refusal", "other_harm", "account", "mobility", "not_said", "account_closed", "entry_ban"];
  expect(read("incident_type", codes)).toEqual([
    "group account",
    "row account_closed",
    "group mobility",
    "row entry_ban",
    "row not_said",
    "total refusal",
    "total other_harm",
    "total ALL",
  ]);
  expect(read("incident_kind", ["ALL", "refusal", "not_said"])).toEqual(["row refusal", "row not_said", "total ALL"]);
});

test("countries stand below their regional group", () => {
  expect(read("affected_country", ["ALL", "africa", "asia_pacific", "KE", "UG", "JP"])).toEqual([
    "group africa",
    "row KE",
    "row UG",
    "group asia_pacific",
    "row JP",
    "total ALL",
  ]);
});

test("quarters stand below their year; the years before all others are one row", () => {
  expect(read("period_quarter", ["ALL", "before_2020", "2025", "2025-Q1", "2025-Q0"])).toEqual([
    "row before_2020",
    "group 2025",
    "row 2025-Q1",
    "row 2025-Q0",
    "total ALL",
  ]);
});

test("where there are no groups the order of the list stays", () => {
  expect(read("severity", ["ALL", "low", "high"])).toEqual(["row low", "row high", "total ALL"]);
});
