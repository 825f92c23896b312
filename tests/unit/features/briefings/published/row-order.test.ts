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
