import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CASE_STATUSES, OPEN_STATUSES } from "#app/features/cases/case-status.ts";
import {
  ART2_REPORT_DAYS,
  currentDeadlines,
  DEADLINE_KINDS,
  type DeadlineFacts,
  deadlinesOf,
  EU_MEMBERS,
  FOREIGN_LAW_REASONS,
} from "#app/features/tasks/task-deadlines.ts";
import { addDays, daysBetween } from "#app/kernel/iso-day.ts";

const NOTHING: DeadlineFacts = {
  sourceKind: "account",
  mainIncident: null,
  closureOn: null,
  payrollOn: null,
  hearingOn: null,
  windDownOn: null,
  startedOn: null,
  noticeDays: null,
  affectedCountry: null,
  statedReason: null,
};
const of = (facts: Partial<DeadlineFacts>) => deadlinesOf({ ...NOTHING, ...facts }, "triaged");
const kinds = (facts: Partial<DeadlineFacts>) => of(facts).map(({ kind }) => kind);
const begun = (date: string) => ({ startedOn: { date, precision: "day" as const } });

const aDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2024-01-01", days));
const anyFacts: fc.Arbitrary<DeadlineFacts> = fc.record({
  sourceKind: fc.constantFrom("account", "receipt", "import"),
  mainIncident: fc.constantFrom(null, "account_closure_notice", "visa_refused_or_revoked"),
  closureOn: fc.option(aDay),
  payrollOn: fc.option(aDay),
  hearingOn: fc.option(aDay),
  windDownOn: fc.option(aDay),
  startedOn: fc.option(
    fc.oneof(
      aDay.map((date) => ({ date, precision: "day" as const })),
      aDay.map((date) => ({ date: date.slice(0, 7), precision: "month" as const })),
      fc.constant({ date: null, precision: "unknown" as const }),
    ),
  ),
  noticeDays: fc.option(fc.integer({ min: 0, max: 3650 })),
  affectedCountry: fc.constantFrom(null, "NL", "KE", "GB"),
  statedReason: fc.constantFrom(null, "fear_of_penalties", "reputational_risk"),
});

describe("days that follow from a report", () => {
  test.each([
    ["closure", { closureOn: "2026-12-24" }],
    ["payroll", { payrollOn: "2026-12-24" }],
    ["hearing", { hearingOn: "2026-12-24" }],
    ["wind_down", { windDownOn: "2026-12-24" }],
  ] as const)("%s is the day that was reported", (kind, facts) => {
    expect(of(facts)).toEqual([{ kind, from: Object.keys(facts)[0], on: "2026-12-24" }]);
  });

  test("a notice ends as many days after it began as the report says", () => {
    const facts = { mainIncident: "account_closure_notice", noticeDays: 60, ...begun("2026-10-01") } as const;
    expect(of(facts)).toEqual([{ kind: "notice_end", from: "startedOnAndNotice", on: "2026-11-30" }]);
  });

  test("a notice has no end of its own where the closing day is known, the day is not, or there is no notice", () => {
    const facts = { mainIncident: "account_closure_notice", noticeDays: 60, ...begun("2026-10-01") } as const;
    expect(kinds({ ...facts, closureOn: "2026-11-01" })).toEqual(["closure"]);
    expect(kinds({ ...facts, startedOn: { date: "2026-10", precision: "month" } })).toEqual([]);
    expect(kinds({ ...facts, noticeDays: null })).toEqual([]);
    expect(kinds({ ...facts, mainIncident: "account_frozen" })).toEqual([]);
  });

  test.each(FOREIGN_LAW_REASONS)("whoever is in the Union and refused for %s has thirty days", (statedReason) => {
    const facts = { statedReason, affectedCountry: "NL", ...begun("2026-11-01") };
    expect(of(facts)).toEqual([{ kind: "art2_report", from: "startedOn", on: "2026-12-01" }]);
  });

  test("the report to the Commission is nobody's outside the Union, for another reason, or without a date", () => {
    const facts = { statedReason: "fear_of_penalties", affectedCountry: "NL", ...begun("2026-11-01") } as const;
    expect(kinds({ ...facts, affectedCountry: "GB" })).toEqual([]);
    expect(kinds({ ...facts, statedReason: "reputational_risk" })).toEqual([]);
    expect(kinds({ ...facts, startedOn: { date: null, precision: "unknown" } })).toEqual([]);
  });

  test("a beginning known to the month counts from its first day, for early harms nobody", () => {
    const startedOn = { date: "2026-11", precision: "month" } as const;
    const [art2] = of({ statedReason: "fear_of_penalties", affectedCountry: "FR", startedOn });
    expect(art2?.on).toBe(addDays("2026-11-01", ART2_REPORT_DAYS));
  });

  test("the Union has twenty-seven members, each once", () => {
    expect(new Set(EU_MEMBERS).size).toBe(27);
  });

  test.each(CASE_STATUSES.filter((status) => !OPEN_STATUSES.includes(status)))(
    "a case that is %s has none",
    (status) => {
      expect(deadlinesOf({ ...NOTHING, closureOn: "2026-12-24" }, status)).toEqual([]);
    },
  );

  test("what the press has told has none", () => {
    expect(of({ sourceKind: "import", closureOn: "2026-12-24" })).toEqual([]);
  });

  test("come in order, each kind at most once, and never from nothing", () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...CASE_STATUSES), (facts, status) => {
        const found = deadlinesOf(facts, status);
        expect(found.map(({ on }) => on)).toEqual(found.map(({ on }) => on).sort());
        expect(new Set(found.map(({ kind }) => kind)).size).toBe(found.length);
        expect(found.every(({ kind }) => DEADLINE_KINDS.includes(kind))).toBe(true);
        if (!OPEN_STATUSES.includes(status) || facts.sourceKind === "import") expect(found).toEqual([]);
      }),
    );
  });

  test("are shown for two weeks after they have passed, and always before", () => {
    fc.assert(
      fc.property(anyFacts, aDay, (facts, today) => {
        const all = deadlinesOf(facts, "received");
        const shown = currentDeadlines(all, today);
        expect(shown).toEqual(all.filter(({ on }) => daysBetween(on, today) <= 14));
      }),
    );
  });
});
