import { describe, expect, test } from "vitest";
import { asksTo, EVERY_ASK, isMet } from "#app/features/briefings/states/state-asks.ts";
import { blockingLawOf } from "#app/features/registers/blocking-law.ts";
import { seedStatesParties } from "#app/features/registers/seed-registers.server.ts";

const state = (iso2: string) => ({
  ...seedStatesParties().find((one) => one.iso2 === iso2)!,
  status: "party" as const,
});
const codesFor = (iso2: string) => asksTo(state(iso2), EVERY_ASK).map(({ code }) => code);

describe("what a State is asked", () => {
  test("every State Party is asked what all are asked, and nobody what banks or the Court are", () => {
    expect(codesFor("KE")).toEqual(["SP1", "SP2", "SP3", "SP4", "SP5", "SP6", "SP7", "SP8"]);
  });

  test("a member of the Union is asked as one, too", () => {
    expect(codesFor("BE")).toEqual([...codesFor("KE"), "EU1"]);
  });

  test("who has left is asked as a member of the Union, or not at all", () => {
    const left = (iso2: string) => asksTo({ ...state(iso2), status: "former_party" }, EVERY_ASK);
    expect([left("HU"), left("KE")]).toEqual([[{ code: "EU1" }], []]);
  });

  test("of a briefing only its own asks count", () => {
    expect(asksTo(state("BE"), [{ code: "EU1" }, { code: "DN1" }])).toEqual([{ code: "EU1" }]);
  });

  test("who has joined the agreement on privileges has done that, and nothing else is taken for done", () => {
    expect(EVERY_ASK.filter(({ code }) => isMet(state("BE"), code))).toEqual([{ code: "SP5" }]);
    expect(EVERY_ASK.filter(({ code }) => isMet(state("AF"), code))).toEqual([]);
  });
});

describe("blocking laws", () => {
  test.each([
    ["BE", "eu"],
    ["GB", "own"],
    ["KE", "none"],
  ])("%s: %s", (iso2, law) => {
    expect(blockingLawOf(state(iso2))).toBe(law);
  });

  test("all members of the Union have the Union's", () => {
    expect(seedStatesParties().filter((one) => blockingLawOf(one) === "eu")).toHaveLength(27);
  });
});
