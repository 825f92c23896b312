import { describe, expect, test } from "vitest";
import { lastAspSession, nextAspSession } from "#app/features/registers/asp-sessions.ts";
import { countryName, countryOptions } from "#app/features/registers/country-names.server.ts";
import { isMeasureCode, MEASURE_CODES, measureAt, measureNumber } from "#app/features/registers/measures.ts";
import { findReasonCode } from "#app/features/registers/payment-reason-codes.ts";
import { COUNTRY_CODES, REGIONAL_GROUPS, regionalGroupOf } from "#app/features/registers/regional-groups.ts";
import {
  seedAspSessions,
  seedFormerStatesParties,
  seedMeasures,
  seedPaymentReasonCodes,
  seedProtections,
  seedStatesParties,
  seedSurveyBenchmarks,
} from "#app/features/registers/seed-registers.server.ts";
import { isPartyOn, partyStatusOn } from "#app/features/registers/states-parties.ts";

const states = seedStatesParties();
const state = (iso2: string) => states.find((candidate) => candidate.iso2 === iso2)!;

describe("States Parties", () => {
  test("are 125, in the sizes of the regional groups", () => {
    const sizes = REGIONAL_GROUPS.map((group) => states.filter((party) => party.regional_group === group).length);
    expect(states).toHaveLength(125);
    expect(sizes).toEqual([33, 19, 20, 28, 25]);
  });

  test("stand in the same regional group as in the table of all countries", () => {
    const former = seedFormerStatesParties();
    const elsewhere = [...states, ...former].filter(
      ({ iso2, regional_group }) => regionalGroupOf(iso2) !== regional_group,
    );
    expect(elsewhere).toEqual([]);
  });

  test("that gave notice are parties until the withdrawal takes effect", () => {
    const notified = states.find(({ withdrawal_notified_date }) => withdrawal_notified_date === "2025-06-02")!;
    expect(partyStatusOn(notified, "2025-06-01")).toBe("party");
    expect(partyStatusOn(notified, "2025-06-02")).toBe("withdrawal_notified");
    expect(isPartyOn(notified, "2026-06-01")).toBe(true);
    expect(partyStatusOn(notified, "2026-06-02")).toBe("former_party");
  });

  test("are not parties before the Statute is in force for them", () => {
    expect(partyStatusOn(state("AF"), "2003-04-30")).toBe("not_yet_party");
    expect(partyStatusOn(state("AF"), "2003-05-01")).toBe("party");
  });
});

describe("countries", () => {
  test("stand in one regional group each", () => {
    expect(new Set(COUNTRY_CODES).size).toBe(COUNTRY_CODES.length);
    expect(regionalGroupOf("US")).toBe("western_europe_and_others");
    expect(regionalGroupOf("ZZ")).toBeNull();
  });

  test.each(["en", "fr", "es", "ar"] as const)("all have a name in %s", (locale) => {
    expect(COUNTRY_CODES.filter((code) => countryName(code, locale) === code)).toEqual([]);
  });

  test("are offered in the order of the reader's alphabet", () => {
    const names = countryOptions("fr").map(({ name }) => name);
    expect(names.indexOf("Égypte")).toBeLessThan(names.indexOf("Fidji"));
  });
});

describe("the other registers", () => {
  test("are read whole", () => {
    const sizes = [
      seedMeasures(),
      seedAspSessions(),
      seedProtections(),
      seedPaymentReasonCodes(),
      seedSurveyBenchmarks(),
    ];
    expect(sizes.map((rows) => rows.length)).toEqual([18, 7, 8, 12, 48]);
  });

  test("number each measure for sealed facets", () => {
    expect(seedMeasures().map(({ code }) => code)).toEqual(MEASURE_CODES);
    expect(measureAt(measureNumber("us_eo_14203"))).toBe("us_eo_14203");
    expect(measureAt(measureNumber("added_later"))).toBe("none_or_unknown");
    expect(isMeasureCode("added_later")).toBe(false);
  });

  test("tell the sessions of the Assembly around a day, even where only the month is known", () => {
    const sessions = seedAspSessions();
    expect(lastAspSession(sessions, "2026-03-01")?.session).toBe("ASP24");
    expect(nextAspSession(sessions, "2026-03-01")?.session).toBe("ASP25");
    expect(nextAspSession(sessions, "2025-12-06")?.session).toBe("ASP24");
    expect(nextAspSession(sessions, "2027-01-01")).toBeNull();
  });

  test("find a payment code as it is typed from a bank's advice", () => {
    expect(findReasonCode(seedPaymentReasonCodes(), " rr04 ")?.iso_meaning).toBe("Regulatory reason");
    expect(findReasonCode(seedPaymentReasonCodes(), "ZZ99")).toBeNull();
  });
});
