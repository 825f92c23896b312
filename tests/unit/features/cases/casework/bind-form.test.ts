import { describe, expect, test } from "vitest";
import { bindForm } from "#app/features/cases/casework/bind-form.ts";

const ID = "3f2b8c1e-6a4d-4c5b-9e7f-0a1b2c3d4e5f";
const form = { recordVersion: "3", organisation: "", name: "", country: "", reason: "I met them." };
const fieldsOf = (changes: Partial<typeof form>) =>
  bindForm.safeParse({ ...form, ...changes }).error?.issues.map(({ path }) => path.join("."));

describe("the form that binds a report to an organisation", () => {
  test("takes one of the list, or a new one with or without a country", () => {
    expect(bindForm.parse({ ...form, organisation: ID })).toEqual({ version: 3, reason: "I met them.", party: ID });
    expect(bindForm.parse({ ...form, name: " Delta " }).party).toEqual({ name: "Delta", country: null });
    expect(bindForm.parse({ ...form, name: "Delta", country: "FR" }).party).toEqual({ name: "Delta", country: "FR" });
  });

  test("refuses neither, both, and nothing said of how it was confirmed", () => {
    expect(fieldsOf({})).toEqual(["organisation"]);
    expect(fieldsOf({ organisation: ID, name: "Delta" })).toEqual(["name"]);
    expect(fieldsOf({ organisation: ID, reason: " " })).toEqual(["reason"]);
    expect(fieldsOf({ organisation: "somebody" })).toEqual(["organisation"]);
  });
});
