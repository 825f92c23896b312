import fc from "fast-check";
import { expect, test } from "vitest";
import { reportedFacets } from "#app/features/cases/report-facets.ts";
import type { ReportedFacts } from "#app/features/cases/reported-facts.ts";
import { casesWithDays } from "#app/features/facets/facet-queries.ts";
import type { FacetRecord } from "#app/features/facets/facet-record.ts";
import { deadlineSpans } from "#app/features/tasks/task-deadline-spans.ts";
import { deadlinesOf } from "#app/features/tasks/task-deadlines.ts";
import { numberOf } from "#app/features/taxonomy/dictionary.ts";
import { addDays } from "#app/kernel/iso-day.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import { indexOf } from "../facets/naive.ts";

const aDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays("2026-01-01", days));
const someDay = fc.option(aDay, { freq: 1 });
const anyCase = fc.record({
  mainIncident: fc.constantFrom("account_closure_notice" as const, "account_frozen" as const),
  closureOn: someDay,
  payrollOn: someDay,
  hearingOn: someDay,
  windDownOn: someDay,
  startedOn: fc.option(aDay.map((date) => ({ date, precision: "day" as const }))),
  noticeDays: fc.option(fc.integer({ min: 0, max: 700 })),
  affectedCountry: fc.constantFrom(null, "NL", "KE"),
  statedReason: fc.constantFrom(null, "fear_of_penalties" as const, "commercial_decision" as const),
});

const EMPTY = { otherIncidents: [], documents: [], remedies: [], consequences: [], sourceKind: "account" } as const;
const REST = [
  ...["affectedType", "institutionType", "institutionCountry", "ongoing", "moneyLostWithin72h", "dangerToPersons"],
  ...["channel", "currency", "amountMinor", "amountBand", "inWriting", "durationDays", "outcome", "peopleAffected"],
  ...["extraCostMinor", "extraCostCurrency", "staffDays"],
  ...["peopleKind", "consent", "riskIfNamed", "listedParty", "courtRelated", "measure"],
];

function factsOf(some: Partial<ReportedFacts>): ReportedFacts {
  const nothing = Object.fromEntries(REST.map((name) => [name, null]));
  return { ...nothing, ...EMPTY, corroboration: "self_report", ...some } as ReportedFacts;
}

test("the index finds every case that has a deadline in the range, and what it is bound to shows the earliest", () => {
  fc.assert(
    fc.property(fc.array(anyCase, { maxLength: 20 }), aDay, fc.integer({ min: 0, max: 90 }), (cases, from, length) => {
      const range = { from, to: addDays(from, length) };
      const facts = cases.map((some) => ({ caseId: newId(), facts: factsOf(some) }));
      const records = facts.map(({ caseId, facts: one }): FacetRecord => {
        const facets = reportedFacets(one, { organisationId: null, receivedAt: new Date("2026-01-01") });
        return { caseId, version: 1, kind: "reported", facets };
      });
      const expected = facts.filter(({ facts: one }) =>
        deadlinesOf(one, "received").some(({ on }) => on >= range.from && on <= range.to),
      );
      const ask = { spans: deadlineSpans(range), openStatuses: [numberOf("case_status", "received")] };
      const found = casesWithDays(indexOf(records), { ...ask, most: 1000 });
      expect(found.caseIds).toEqual(expect.arrayContaining(expected.map(({ caseId }) => caseId)));
      expect(found.total).toBe(found.caseIds.length);
      const few = casesWithDays(indexOf(records), { ...ask, most: 2 });
      expect(few.caseIds).toEqual(found.caseIds.slice(0, 2));
      expect(few.total).toBe(found.total);
    }),
  );
});
