import { describe, expect, test } from "vitest";
import { cohortOf } from "#app/features/disclosure/editions/cohort.ts";
import { sentenceOf } from "#app/features/disclosure/input/input-error.ts";
import { readMicrodata } from "#app/features/disclosure/input/microdata.ts";
import { contributionsOf, overlapping } from "#app/features/disclosure/tables/contributions.ts";
import { readSpec } from "./small-release.ts";

const { spec, trees } = readSpec({
  tables: [
    { id: "cases", measure: "cases", dimensions: ["country", "outcome"] },
    { id: "money", measure: "sum", of: "amount", dimensions: ["country"] },
  ],
});
const HEADER = "record_id,organisation,group,consent,amount,country,outcome";
const read = (...rows: string[]) => readMicrodata([HEADER, ...rows].join("\r\n"), "cases.csv", spec, trees);
const records = (...rows: string[]) => {
  const answer = read(...rows);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.value;
};

describe("microdata", () => {
  test("take what consent does not reach for withdrawn, before anything is counted", () => {
    const read = records("1,a,,c2_aggregate,5,KE,resolved", "2,a,,c1_internal,5,KE,resolved", "3,a,,,5,KE,resolved");
    expect(read.map(({ withdrawn }) => withdrawn)).toEqual([false, true, true]);
    expect(cohortOf(read, { release: "first" }).records.map(({ id }) => id)).toEqual(["1"]);
  });

  test("count an umbrella once", () => {
    const units = records("1,a,umbrella,c2_aggregate,5,KE,resolved", "2,b,umbrella,c5_public_named,5,KE,closed").map(
      ({ unit }) => unit,
    );
    expect(new Set(units)).toEqual(new Set(["umbrella"]));
  });

  test("are refused as a whole, each bad cell with file, line, column and reason", () => {
    const answer = read("1,a,,c2_aggregate,-3,KE,resolved", "1,,,c2_aggregate,x,AFR,", "3,a,,c2_aggregate,1,KE");
    expect(answer.ok ? [] : answer.errors.map(sentenceOf)).toEqual([
      "cases.csv, line 2, column amount: is negative",
      "cases.csv, line 3, column record_id: already stands in line 2",
      "cases.csv, line 3, column organisation: is required",
      'cases.csv, line 3, column country: "AFR" is not a leaf code',
      'cases.csv, line 3, column outcome: is empty: give "no answer" a code of its own',
      'cases.csv, line 3, column amount: "x" is not a number',
      "cases.csv, line 4: has 6 cells, the header has 7",
    ]);
  });

  test("are refused where a column that lowers what is counted is misspelt, for nobody would miss it", () => {
    const header = "record_id,organisation,Consent, withdrawn,amount,country,outcome";
    const answer = readMicrodata(`${header}\r\n1,a,c1_internal,1,5,KE,resolved`, "cases.csv", spec, trees);
    expect(answer.ok ? [] : answer.errors.map(sentenceOf)).toEqual([
      'cases.csv, line 1, column Consent: is written "consent"',
      'cases.csv, line 1, column  withdrawn: is written "withdrawn"',
    ]);
  });

  test("are refused where one organisation stands in two groups, or in none once: it would count twice", () => {
    const answer = read(
      "1,a,umbrella,c2_aggregate,5,KE,resolved",
      "2,b,umbrella,c2_aggregate,5,KE,resolved",
      "3,a,,c2_aggregate,5,KE,closed",
      "4,b,other,c2_aggregate,5,KE,closed",
    );
    expect(answer.ok ? [] : answer.errors.map(sentenceOf)).toEqual([
      "cases.csv, line 4, column group: is not that of the same organisation in line 2",
      "cases.csv, line 5, column group: is not that of the same organisation in line 3",
    ]);
  });

  test("count an organisation once, however its name is typed", () => {
    const units = records(
      "1,Café  Noir,,c2_aggregate,5,KE,resolved",
      "2,Cafe\u0301 noir,,c2_aggregate,5,KE,closed",
      "3,CAFÉ NOIR\u200f,,c2_aggregate,5,UG,closed",
    ).map(({ unit }) => unit);
    expect(new Set(units).size).toBe(1);
  });

  test("add up by organisation in every cell they belong to", () => {
    const some = records(
      "1,a,,c2_aggregate,5,KE,resolved",
      "2,a,,c2_aggregate,2,UG,closed",
      "3,b,,c2_aggregate,1,KE,closed",
    );
    const codes = new Map([["country", new Set(["AFR", "KE"])]]);
    const by = (measure: "cases" | "organisations" | "sum:amount", place: string) =>
      Object.fromEntries(contributionsOf(some, measure, codes, trees).get(place) ?? []);
    expect(by("cases", "country=AFR")).toEqual({ a: 2, b: 1 });
    expect(by("organisations", "country=AFR")).toEqual({ a: 1, b: 1 });
    expect(by("sum:amount", "country=KE")).toEqual({ a: 5, b: 1 });
    expect(by("cases", "")).toEqual({ a: 2, b: 1 });
  });

  test("may hold several codes, which count once above and are known to overlap", () => {
    const some = records("1,a,,c2_aggregate,5,KE;UG,resolved");
    const codes = new Map([["country", new Set(["AFR", "KE", "UG"])]]);
    expect(contributionsOf(some, "cases", codes, trees).get("country=AFR")).toEqual(new Map([["a", 1]]));
    expect([...overlapping(some)]).toEqual(["country"]);
  });
});
