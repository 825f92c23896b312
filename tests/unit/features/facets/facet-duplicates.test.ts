import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DuplicateQuery } from "#app/features/facets/facet-queries.ts";
import { duplicateHints } from "#app/features/facets/facet-queries.ts";
import type { AssessedFacets, FacetRecord, ReportedFacets } from "#app/features/facets/facet-record.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import { crowdedAssessed, crowdedReported } from "./arbitraries.ts";
import { indexOf } from "./naive.ts";

const [BANK, TWIN_OF_BANK, OTHER_BANK] = [newId(), newId(), newId()];
const ORGANISATION = newId();
const [DAY, MONTH, YEAR, OPEN_END] = [1, 2, 3, 4];
const RECEIVED = 1;
const CLOSED = 7;

const [someReported] = fc.sample(crowdedReported([null]), { numRuns: 1, seed: 1 });
const [someAssessed] = fc.sample(crowdedAssessed([null]), { numRuns: 1, seed: 1 });

/** A case of which everything that is compared is unsaid, and what a test says of it. */
interface Said {
  readonly reported?: Partial<ReportedFacets>;
  readonly assessed?: Partial<AssessedFacets>;
}
const UNSAID = {
  organisationId: null,
  institutionType: 0,
  institutionCountry: null,
  mainIncident: 0,
  otherIncidents: [],
  startedOn: null,
  datePrecision: 0,
  currency: null,
  amountMinor: null,
  reporterStatus: 0,
} satisfies Partial<ReportedFacets>;
const MATCHED = { institutionCode: BANK, status: RECEIVED };

function records(caseId: string, { reported = {}, assessed = {} }: Said): FacetRecord[] {
  const unsaid = { institutionCode: null, status: RECEIVED };
  return [
    { caseId, version: 1, kind: "reported", facets: { ...someReported!, ...UNSAID, ...reported } },
    { caseId, version: 1, kind: "assessed", facets: { ...someAssessed!, ...unsaid, ...assessed } },
  ];
}

/** What the first case is told of the second. */
function hint(one: Said, other: Said, change: Partial<DuplicateQuery> = {}) {
  const [a, b] = [newId(), newId()];
  const index = indexOf([...records(a, one), ...records(b, other)]);
  const code = one.assessed?.institutionCode;
  const found = duplicateHints(index, {
    caseId: a,
    institutionCodes: code ? [code] : [],
    statuses: [0, RECEIVED],
    spanDays: { [DAY]: 1, [MONTH]: 31, [YEAR]: 366 },
    most: 5,
    ...change,
  });
  expect(found.every(({ caseId }) => caseId === b)).toBe(true);
  return found[0] ?? null;
}

const day = (startedOn: number, datePrecision: number = DAY) => ({ startedOn, datePrecision });
const CLOSURE = { mainIncident: 3 };
const BANK_IN_FRANCE = { institutionType: 1, institutionCountry: "FR" };

describe("hints at duplicates", () => {
  test("name the same institution, incident and near days, and the nearer the likelier", () => {
    const one = { reported: { ...CLOSURE, ...day(20_000) }, assessed: MATCHED };
    const near = hint(one, { reported: { ...CLOSURE, ...day(20_002) }, assessed: MATCHED });
    expect(near?.reasons).toEqual([{ kind: "institution" }, { kind: "incident" }, { kind: "date", days: 2 }]);
    const far = hint(one, { reported: { ...CLOSURE, ...day(20_014) }, assessed: MATCHED });
    expect(far!.score).toBeLessThan(near!.score);
    expect(hint(one, { reported: { ...CLOSURE, ...day(20_015) }, assessed: MATCHED })).toBeNull();
  });

  test("know that a month and a day in it may be one day, and that a year tells nothing", () => {
    const one = { reported: { ...CLOSURE, ...day(20_000, MONTH) }, assessed: MATCHED };
    const other = (startedOn: number, precision: number) =>
      hint(one, { reported: { ...CLOSURE, ...day(startedOn, precision) }, assessed: MATCHED });
    expect(other(20_030, DAY)?.reasons).toContainEqual({ kind: "date", days: -1 });
    expect(other(20_031, DAY)).toBeNull();
    expect(other(19_970, MONTH)).not.toBeNull();
    expect(other(20_000, YEAR)).toBeNull();
    expect(other(20_000, OPEN_END)).toBeNull();
  });

  test("take the amount only in one currency, equal or a tenth apart", () => {
    const of = (currency: string, amountMinor: number) => ({
      reported: { ...CLOSURE, currency, amountMinor },
      assessed: MATCHED,
    });
    expect(hint(of("EUR", 1000), of("EUR", 1000))?.reasons).toContainEqual({ kind: "amount", isEqual: true });
    expect(hint(of("EUR", 1000), of("EUR", 1100))?.reasons).toContainEqual({ kind: "amount", isEqual: false });
    expect(hint(of("EUR", 1000), of("EUR", 1101))).toBeNull();
    expect(hint(of("EUR", 1000), of("USD", 1000))).toBeNull();
    expect(hint(of("EUR", 0), of("EUR", 0))).toBeNull();
  });

  test("take kind and country for an institution that nobody has matched, with more agreement besides", () => {
    const told = { ...BANK_IN_FRANCE, ...CLOSURE, ...day(20_000), organisationId: ORGANISATION };
    expect(hint({ reported: told }, { reported: told })?.reasons.map(({ kind }) => kind)).toEqual([
      "institution_like",
      "incident",
      "date",
      "organisation",
    ]);
    expect(hint({ reported: told }, { reported: { ...told, organisationId: null } })).toBeNull();
    const elsewhere = { reported: told, assessed: { institutionCode: OTHER_BANK, status: RECEIVED } };
    expect(hint({ reported: told, assessed: MATCHED }, elsewhere)).toBeNull();
    expect(hint({ reported: told, assessed: MATCHED }, { reported: told })).not.toBeNull();
  });

  test("know every code of a folded institution, and leave out what its reporter has ended", () => {
    const one = { reported: { ...CLOSURE, ...day(20_000) }, assessed: MATCHED };
    const other = { ...one, assessed: { institutionCode: TWIN_OF_BANK, status: RECEIVED } };
    expect(hint(one, other)).toBeNull();
    expect(hint(one, other, { institutionCodes: [BANK, TWIN_OF_BANK] })).not.toBeNull();
    expect(hint(one, { ...one, assessed: { ...MATCHED, status: CLOSED } })).toBeNull();
    expect(hint(one, one, { caseId: newId() })).toBeNull();
  });

  test("nothing but the same institution makes a hint, and neither does everything but it", () => {
    const all = { ...CLOSURE, ...day(20_000), currency: "EUR", amountMinor: 5, organisationId: ORGANISATION };
    expect(hint({ assessed: MATCHED }, { assessed: MATCHED })).toBeNull();
    expect(hint({ reported: all }, { reported: all })).toBeNull();
  });

  test("are the same from both sides, for any two cases", () => {
    const anySaid = fc.record({
      reported: crowdedReported([null]),
      assessed: crowdedAssessed([null]).map((facets) => ({ ...facets, institutionCode: null, status: RECEIVED })),
    });
    fc.assert(
      fc.property(anySaid, anySaid, (one, other) => {
        const both = [hint(one, other)?.score, hint(other, one)?.score];
        // Only an incident named among the other's may count on one side alone.
        const isNamed = [one, other].some(({ reported }) => reported.otherIncidents.length > 0);
        return isNamed || both[0] === both[1];
      }),
    );
  });
});
