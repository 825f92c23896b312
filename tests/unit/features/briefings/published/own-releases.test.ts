import { describe, expect, test } from "vitest";
import type { CaseHistoryEntry } from "#app/features/audit/case-history.server.ts";
import { consentSpans, mayHaveCounted } from "#app/features/briefings/published/own-releases.ts";
import type { ConsentLevel } from "#app/features/taxonomy/codes.ts";

const changed = (at: string, from: ConsentLevel, to: ConsentLevel): CaseHistoryEntry => ({
  action: to === "c0_none" ? "case.withdrawn" : "case.consent-changed",
  by: "reporter",
  at,
  details: { from, to },
});
const RECEIVED = "2026-03-10T08:00:00.000Z";
const counted = (consent: ConsentLevel, steps: readonly CaseHistoryEntry[], releasedOn: string) =>
  mayHaveCounted(consentSpans({ receivedAt: RECEIVED, consent, steps }), releasedOn);

describe("a briefing may have counted a report", () => {
  test("that had arrived and whose consent allows totals", () => {
    expect(counted("c2_aggregate", [], "2026-03-09")).toBe(false);
    expect(counted("c2_aggregate", [], "2026-03-10")).toBe(true);
    expect(counted("c1_internal", [], "2026-06-01")).toBe(false);
  });

  test("until consent was taken back, and two weeks longer: its tables may be as old as that", () => {
    const steps = [changed("2026-05-01T12:00:00.000Z", "c2_aggregate", "c1_internal")];
    expect(counted("c1_internal", steps, "2026-04-30")).toBe(true);
    expect(counted("c1_internal", steps, "2026-05-15")).toBe(true);
    expect(counted("c1_internal", steps, "2026-05-16")).toBe(false);
  });

  test("from the day on which consent was given, also after a time without", () => {
    const steps = [
      changed("2026-04-01T12:00:00.000Z", "c1_internal", "c3_anonymised_narrative"),
      changed("2026-05-01T12:00:00.000Z", "c3_anonymised_narrative", "c0_none"),
    ];
    expect(counted("c0_none", steps, "2026-03-31")).toBe(false);
    expect(counted("c0_none", steps, "2026-04-01")).toBe(true);
    expect(counted("c0_none", steps, "2026-06-01")).toBe(false);
  });
});
