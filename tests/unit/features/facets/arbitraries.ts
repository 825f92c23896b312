import fc from "fast-check";
import type { AssessedFacets, FacetRecord, ReportedFacets } from "#app/features/facets/facet-record.ts";

const code = fc.integer({ min: 0, max: 255 });
const wideCode = fc.integer({ min: 0, max: 65_535 });
const dayOrNone = fc.option(fc.integer({ min: 1, max: 65_535 }));
const minute = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const count16 = fc.option(fc.integer({ min: 0, max: 65_534 }));
const letters = (length: number) =>
  fc.option(
    fc.string({ unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"), minLength: length, maxLength: length }),
  );
const numbers = (most: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max: most })).map((members) => members.toSorted((a, b) => a - b));
const answer = fc.constantFrom("no", "yes", "unsure", null);

export const anyId = fc.uuid({ version: 4 });

export const anyReported: fc.Arbitrary<ReportedFacets> = fc.record({
  organisationId: fc.option(anyId),
  amountMinor: fc.option(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER - 1 })),
  otherIncidents: numbers(128),
  consequences: numbers(128),
  documents: numbers(64),
  remedies: numbers(64),
  receivedAt: minute,
  peopleAffected: fc.option(fc.integer({ min: 0, max: 2 ** 32 - 2 })),
  currency: letters(3),
  affectedCountry: letters(2),
  institutionCountry: letters(2),
  startedOn: dayOrNone,
  closureOn: dayOrNone,
  payrollOn: dayOrNone,
  hearingOn: dayOrNone,
  windDownOn: dayOrNone,
  noticeDays: count16,
  durationDays: count16,
  measure: wideCode,
  mainIncident: code,
  affectedType: code,
  institutionType: code,
  datePrecision: code,
  ongoing: answer,
  moneyLostWithin72h: answer,
  dangerToPersons: answer,
  channel: code,
  amountBand: code,
  statedReason: code,
  inWriting: answer,
  outcome: code,
  peopleKind: code,
  consent: code,
  riskIfNamed: code,
  listedParty: answer,
  courtRelated: answer,
  staffDays: count16,
  extraCostMinor: fc.option(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER - 1 })),
  extraCostCurrency: letters(3),
  sourceKind: fc.constantFrom("account", "import", "receipt", null),
  corroboration: code,
  reporterStatus: code,
});

export const anyAssessed: fc.Arbitrary<AssessedFacets> = fc.record({
  assignedUserId: fc.option(anyId),
  institutionCode: fc.option(anyId),
  dueAt: fc.option(minute.map((at) => Math.max(1, at))),
  status: code,
  urgency: code,
  severity: code,
  risk: code,
  overCompliance: code,
  eligible: fc.boolean(),
  teamOutcome: code,
  teamCorroboration: code,
  teamRemedies: numbers(64),
});

const anyCounted = fc.record({ cohort: wideCode });

const version = fc.integer({ min: 1, max: 2 ** 32 - 1 });

export function anyRecord(caseId = anyId, versions = version): fc.Arbitrary<FacetRecord> {
  const key = { caseId, version: versions };
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ ...key, kind: fc.constant("reported" as const), facets: anyReported }) },
    { weight: 4, arbitrary: fc.record({ ...key, kind: fc.constant("assessed" as const), facets: anyAssessed }) },
    { weight: 1, arbitrary: fc.record({ ...key, kind: fc.constant("erased" as const), facets: fc.constant({}) }) },
    { weight: 1, arbitrary: fc.record({ ...key, kind: fc.constant("counted" as const), facets: anyCounted }) },
  );
}

const few = (most: number) => fc.integer({ min: 0, max: most });
const country = fc.constantFrom("KE", "UG", "FR", null);

/** Facets that meet often: few codes, few organisations, few people, so that filters and groups have something to find. */
export function crowdedReported(organisations: readonly (string | null)[]): fc.Arbitrary<ReportedFacets> {
  return fc
    .record({
      organisationId: fc.constantFrom(...organisations),
      mainIncident: few(4),
      otherIncidents: fc.uniqueArray(fc.integer({ min: 1, max: 5 })).map((set) => set.toSorted((a, b) => a - b)),
      consequences: fc.uniqueArray(fc.constantFrom(1, 31, 32, 33, 64, 100)).map((set) => set.toSorted((a, b) => a - b)),
      affectedCountry: country,
      institutionCountry: country,
      currency: fc.constantFrom("EUR", "USD", null),
      amountMinor: fc.option(few(1000)),
      receivedAt: fc.integer({ min: 1, max: 200 }),
      consent: few(5),
      reporterStatus: few(5),
    })
    .chain((some) => anyReported.map((all) => ({ ...all, ...some })));
}

export function crowdedAssessed(people: readonly (string | null)[]): fc.Arbitrary<AssessedFacets> {
  return fc
    .record({
      assignedUserId: fc.constantFrom(...people),
      status: few(5),
      urgency: few(4),
      dueAt: fc.option(fc.integer({ min: 1, max: 200 })),
      eligible: fc.boolean(),
    })
    .chain((some) => anyAssessed.map((all) => ({ ...all, ...some })));
}
