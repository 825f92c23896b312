import { type AssessedFacets, encodeRecord, type ReportedFacets } from "#app/features/facets/facet-record.ts";
import { newId } from "#app/platform/crypto/random.server.ts";

const RECORD_BYTES = 256;
const BLOCK_RECORDS = 4096;
const ORGANISATIONS = 2_000;

/**
 * Blocks of opened records as folding leaves them: two records a case, side by side. The same facets for the same seed;
 * ids are random, as they are in life. The block is used again for the next one: take what you need before going on.
 */
export function* syntheticBlocks(cases: number, seed = 7): Generator<Uint8Array> {
  const random = numbersFrom(seed);
  const organisations = Array.from({ length: ORGANISATIONS }, () => newId());
  // Writing a record field by field costs more than all that is measured: a few hundred are written, the rest are copies.
  const templates = Array.from({ length: 512 }, () => template(random, organisations));
  const records = new Uint8Array(BLOCK_RECORDS * RECORD_BYTES);
  for (let record = 0; record < 2 * cases; record += 2) {
    const place = (record % BLOCK_RECORDS) * RECORD_BYTES;
    const { reported, assessed } = templates[random(templates.length)]!;
    const id = Buffer.from(newId().replaceAll("-", ""), "hex");
    records.set(reported, place);
    records.set(assessed, place + RECORD_BYTES);
    for (const base of [place, place + RECORD_BYTES]) records.set(id, base + 8);
    const size = place + 2 * RECORD_BYTES;
    if (size === records.length || record + 2 === 2 * cases) yield records.subarray(0, size);
  }
}

function template(random: (below: number) => number, organisations: readonly string[]) {
  const key = { caseId: newId(), version: 1 };
  return {
    reported: encodeRecord(key, "reported", syntheticReported(random, organisations)),
    assessed: encodeRecord(key, "assessed", syntheticAssessed(random, organisations)),
  };
}

function syntheticReported(random: (below: number) => number, organisations: readonly string[]): ReportedFacets {
  const country = ["KE", "UG", "FR", "NL", "CO", "PS", "PH", "GE", "VE", "US"][random(10)]!;
  const members = (most: number) => [1 + random(most - 1), most];
  return {
    organisationId: organisations[random(organisations.length)]!,
    amountMinor: random(10_000_000),
    otherIncidents: members(46),
    consequences: members(44),
    documents: members(23),
    remedies: members(21),
    receivedAt: 28_900_000 + random(150_000),
    peopleAffected: random(500),
    currency: "EUR",
    extraCostMinor: random(1_000_000),
    extraCostCurrency: "EUR",
    staffDays: random(40),
    affectedCountry: country,
    institutionCountry: country,
    startedOn: 20_000 + random(400),
    closureOn: null,
    payrollOn: null,
    hearingOn: null,
    windDownOn: null,
    noticeDays: random(60),
    durationDays: random(200),
    measure: random(90),
    mainIncident: 1 + random(46),
    affectedType: 1 + random(15),
    institutionType: 1 + random(30),
    datePrecision: 1 + random(8),
    ongoing: "yes",
    moneyLostWithin72h: "no",
    dangerToPersons: "no",
    channel: 1 + random(15),
    amountBand: 1 + random(7),
    statedReason: 1 + random(20),
    inWriting: "yes",
    outcome: 1 + random(11),
    peopleKind: 1 + random(11),
    consent: 1 + random(6),
    riskIfNamed: 1 + random(4),
    listedParty: "no",
    courtRelated: "yes",
    sourceKind: "account",
    corroboration: 1 + random(8),
    reporterStatus: 0,
  };
}

function syntheticAssessed(random: (below: number) => number, organisations: readonly string[]): AssessedFacets {
  return {
    assignedUserId: random(3) === 0 ? null : organisations[random(6)]!,
    institutionCode: random(2) === 0 ? null : organisations[random(200)]!,
    dueAt: 28_950_000 + random(100_000),
    status: 1 + random(8),
    urgency: 1 + random(4),
    severity: 1 + random(4),
    risk: 1 + random(4),
    overCompliance: random(4),
    eligible: random(5) > 0,
    teamOutcome: 0,
    teamCorroboration: 0,
    teamRemedies: [],
  };
}

/** mulberry32 */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
