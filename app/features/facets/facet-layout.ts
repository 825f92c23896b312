import {
  choice,
  code,
  count16,
  count32,
  count64,
  dayOrNone,
  type FieldType,
  flag,
  idOrNone,
  letters,
  minute,
  minuteOrNone,
  numberSet,
  version,
  wideCode,
} from "./facet-field-types.ts";

/** One record is 256 bytes: every case weighs the same, and what is not used yet is zero. */
export const RECORD_BYTES = 256;
/** Raised when a field moves or changes its meaning. A field put into free room keeps it: old records read as "not said". */
export const RECORD_FORMAT = 1;

/**
 * `erased` says that a case has left this team's facets, by erasure or by moving to another team: it hides and, at the
 * next folding, removes every record of that case up to its version. It holds nothing but the id.
 * `counted` says in which release a case entered the figures. It is a record of its own, because the guardian who writes
 * it holds no key of the case's other records, and because no later judgement may lose it. Its version is always 1, so
 * that every erasure covers it; whoever moves a case to another team takes it along.
 */
export const RECORD_KINDS = { reported: 1, assessed: 2, erased: 3, counted: 4 } as const;
export type RecordKind = keyof typeof RECORD_KINDS;

/** Where the head of every record stands. */
export const HEAD = { format: 0, kind: 1, version: 4, caseId: 8 } as const;
export const HEAD_BYTES = 24;

interface Field<Value> {
  readonly at: number;
  readonly type: FieldType<Value>;
}
export type Layout = Readonly<Record<string, Field<never> | Field<unknown>>>;
export type ValuesOf<L extends Layout> = {
  readonly [Name in keyof L]: L[Name] extends Field<infer Value> ? Value : never;
};

const answer = choice("no", "yes", "unsure");

/** What the reporter says. Offsets never change: add at the end of a group or in the room from 164 on. */
export const REPORTED = {
  organisationId: { at: 24, type: idOrNone },
  amountMinor: { at: 40, type: count64 },
  otherIncidents: { at: 48, type: numberSet(4) },
  consequences: { at: 64, type: numberSet(4) },
  documents: { at: 80, type: numberSet(2) },
  remedies: { at: 88, type: numberSet(2) },
  receivedAt: { at: 96, type: minute },
  peopleAffected: { at: 100, type: count32 },
  currency: { at: 104, type: letters(3) },
  affectedCountry: { at: 108, type: letters(2) },
  institutionCountry: { at: 110, type: letters(2) },
  startedOn: { at: 112, type: dayOrNone },
  closureOn: { at: 114, type: dayOrNone },
  payrollOn: { at: 116, type: dayOrNone },
  hearingOn: { at: 118, type: dayOrNone },
  noticeDays: { at: 120, type: count16 },
  durationDays: { at: 122, type: count16 },
  measure: { at: 124, type: wideCode },
  mainIncident: { at: 128, type: code },
  affectedType: { at: 129, type: code },
  institutionType: { at: 130, type: code },
  datePrecision: { at: 131, type: code },
  ongoing: { at: 132, type: answer },
  moneyLostWithin72h: { at: 133, type: answer },
  dangerToPersons: { at: 134, type: answer },
  channel: { at: 135, type: code },
  amountBand: { at: 136, type: code },
  statedReason: { at: 137, type: code },
  inWriting: { at: 138, type: answer },
  outcome: { at: 139, type: code },
  peopleKind: { at: 140, type: code },
  consent: { at: 141, type: code },
  riskIfNamed: { at: 142, type: code },
  listedParty: { at: 143, type: answer },
  sourceKind: { at: 144, type: choice("account", "import", "receipt") },
  corroboration: { at: 145, type: code },
  /** where the reporter's own step left the case; 0 in a record that no step of theirs wrote (see `facet-status.ts`) */
  reporterStatus: { at: 146, type: code },
  windDownOn: { at: 147, type: dayOrNone },
  courtRelated: { at: 149, type: answer },
  staffDays: { at: 150, type: count16 },
  extraCostMinor: { at: 152, type: count64 },
  extraCostCurrency: { at: 160, type: letters(3) },
} as const satisfies Layout;

/** What the team says. Free room at 60 and from 80 on. */
export const ASSESSED = {
  assignedUserId: { at: 24, type: idOrNone },
  institutionCode: { at: 40, type: idOrNone },
  dueAt: { at: 56, type: minuteOrNone },
  status: { at: 64, type: code },
  urgency: { at: 65, type: code },
  severity: { at: 66, type: code },
  risk: { at: 67, type: code },
  overCompliance: { at: 68, type: code },
  eligible: { at: 69, type: flag },
  teamOutcome: { at: 70, type: code },
  teamCorroboration: { at: 71, type: code },
  teamRemedies: { at: 72, type: numberSet(2) },
} as const satisfies Layout;

/** A case that has left: the head says it all. */
export const ERASED = {} as const satisfies Layout;

/** The release that counted the case, by its number in the ledger. */
export const COUNTED = {
  cohort: { at: 24, type: wideCode },
} as const satisfies Layout;

export const LAYOUTS = {
  reported: REPORTED,
  assessed: ASSESSED,
  erased: ERASED,
  counted: COUNTED,
} as const satisfies Record<RecordKind, Layout>;

/** The case a record is about and the version of the case that it describes, from 1. */
export const KEY = {
  version: { at: HEAD.version, type: version },
  caseId: { at: HEAD.caseId, type: idOrNone },
} as const;
