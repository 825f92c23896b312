import type { Assessment } from "#app/features/cases/case-record.ts";
import { type CaseReport, YES_NO_UNSURE } from "#app/features/cases/case-report.ts";
import { isOpen } from "#app/features/cases/case-status.ts";
import { firstAssessment } from "#app/features/cases/first-assessment.ts";
import { suggestedOverCompliance } from "#app/features/cases/over-compliance.ts";
import { prunedReport } from "#app/features/cases/questionnaire/report-progress.ts";
import { reportedFacts } from "#app/features/cases/report-facts.ts";
import type { ReportedFacts } from "#app/features/cases/reported-facts.ts";
import {
  type AffectedType,
  type CaseStatus,
  CORROBORATIONS,
  type ConsentLevel,
  type Corroboration,
  RISK_LEVELS,
  type Severity,
} from "#app/features/taxonomy/codes.ts";
import { incidentGroupOf } from "#app/features/taxonomy/incident-groups.ts";
import type { DateWithPrecision } from "#app/kernel/date-with-precision.ts";
import type { DemoRandom } from "#app/kernel/demo-random.ts";
import { addDays, type IsoDay, isoDayOf } from "#app/kernel/iso-day.ts";
import {
  DEMO_COUNTRIES,
  DEMO_INSTITUTION_COUNTRIES,
  DEMO_INSTITUTIONS,
  DEMO_PARTY_TYPES,
  DEMO_STORIES,
  demoPartyName,
} from "./demo-words.ts";

export interface DemoParty {
  readonly name: string;
  readonly country: string;
  readonly type: AffectedType;
}

/** An invented case, before it has keys. */
export interface DemoCase {
  /** place in the list of parties */
  readonly party: number;
  readonly report: CaseReport;
  readonly facts: ReportedFacts;
  readonly assessment: Assessment;
  readonly receivedAt: Date;
}

const DAY_MS = 86_400_000;
const SPAN_DAYS = 425;

/** A few dozen parties for a few hundred cases; more cases mean more of each as well. */
export function demoParties(random: DemoRandom, cases: number): readonly DemoParty[] {
  const count = Math.min(600, Math.max(5, Math.round(4 * Math.sqrt(cases))));
  return Array.from({ length: count }, (_, number) => ({
    name: demoPartyName(number),
    country: random.weighted(DEMO_COUNTRIES),
    type: random.weighted(DEMO_PARTY_TYPES as Record<AffectedType, number>),
  }));
}

/**
 * One invented case. What happened, who did it, why and what followed go together as in one of the public incidents,
 * so that the shares of the codes are those of the world; parties, places, days, judgement and words are drawn afresh.
 */
export function demoCase(
  random: DemoRandom,
  parties: readonly DemoParty[],
  templates: readonly CaseReport[],
  now: Date,
): DemoCase {
  // A few parties report often, most of them once or twice.
  const party = Math.floor(random.part() ** 1.7 * parties.length);
  const ageDays = Math.floor(random.part() ** 1.3 * SPAN_DAYS);
  const receivedAt = new Date(now.getTime() - ageDays * DAY_MS - random.below(DAY_MS / 60_000) * 60_000);
  const status = demoStatus(random, ageDays);
  const report = demoReport(random, { party: parties[party]!, template: random.pick(templates), receivedAt, status });
  const facts = reportedFacts(report, { sourceKind: "account", corroboration: demoCorroboration(random) });
  return { party, report, facts, receivedAt, assessment: demoAssessment(random, facts, receivedAt, status, now) };
}

/** In hundredths. */
const SEVERITY_SHARES: Record<Severity, number> = { low: 15, moderate: 35, high: 38, critical: 12 };

const NEW_CASES = { received: 60, needs_clarification: 15, triaged: 25 };
const YOUNG_CASES = {
  received: 4,
  needs_clarification: 10,
  triaged: 30,
  support_ongoing: 40,
  escalated: 6,
  closed: 10,
};
const OLD_CASES = { support_ongoing: 9, escalated: 1, resolved: 42, closed: 44, withdrawn_by_reporter: 4 };

function demoStatus(random: DemoRandom, ageDays: number): CaseStatus {
  if (ageDays < 7) return random.weighted<CaseStatus>(NEW_CASES as Record<CaseStatus, number>);
  return random.weighted<CaseStatus>((ageDays < 45 ? YOUNG_CASES : OLD_CASES) as Record<CaseStatus, number>);
}

interface Circumstances {
  readonly party: DemoParty;
  readonly template: CaseReport;
  readonly receivedAt: Date;
  readonly status: CaseStatus;
}

function demoReport(random: DemoRandom, { party, template, receivedAt, status }: Circumstances): CaseReport {
  const mainIncident = template.incident?.mainIncident ?? "account_closed";
  const group = incidentGroupOf(mainIncident);
  const day = isoDayOf(receivedAt);
  const isAbroad = random.chance(0.6);
  const institutionCountry = isAbroad ? random.weighted(DEMO_INSTITUTION_COUNTRIES) : party.country;
  const report: CaseReport = {
    ...template,
    listedParties: { listedParty: "no" },
    affected: { affected: "own_organisation" },
    affectedType: { affectedType: party.type },
    affectedCountry: { affectedCountry: party.country },
    incidentGroup: { incidentGroup: group },
    institution: { institutionName: random.pick(DEMO_INSTITUTIONS), institutionCountry },
    started: { startedOn: demoStart(random, day) },
    ongoing: { ongoing: isOpen(status) ? random.weighted({ yes: 80, unsure: 10, no: 10 }) : "no" },
    danger: { dangerToPersons: random.weighted({ no: 95, unsure: 2, yes: 3 }) },
    moneyAtRisk: { moneyLostWithin72h: random.weighted({ no: 93, unsure: 3, yes: 4 }) },
    deadlines: demoDeadlines(random, day, mainIncident === "account_closure_notice"),
    inWriting: { inWriting: random.weighted({ yes: 55, no: 40, unsure: 5 }) },
    ...demoCosts(random, template),
    story: { story: random.chance(0.8) ? random.pick(DEMO_STORIES[group]) : null },
    risk: { riskIfNamed: random.weighted({ minimal: 20, guarded: 40, elevated: 28, severe: 12 }) },
    consent: { consent: demoConsent(random, status) },
    recipients: { recipients: "Foreign ministry of an invented State" },
  };
  return prunedReport(report).report;
}

/** Public reports hardly ever tell what coping cost; whoever is asked often does. */
function demoCosts(random: DemoRandom, { consequences }: CaseReport): Pick<CaseReport, "consequences" | "extraCost"> {
  const told = consequences?.consequences ?? [];
  if (!told.includes("extra_cost") && random.chance(0.5)) return {};
  return {
    consequences: { consequences: [...new Set([...told, "extra_cost" as const])] },
    extraCost: {
      currency: "EUR",
      amountMinor: random.chance(0.7) ? (100 + random.below(60) ** 2) * 100 : null,
      staffDays: 1 + random.below(40),
    },
  };
}

const CONSENTS: Partial<Record<ConsentLevel, number>> = {
  c1_internal: 15,
  c2_aggregate: 45,
  c3_anonymised_narrative: 25,
  c4_confidential_to_named: 10,
  c5_public_named: 5,
};

function demoConsent(random: DemoRandom, status: CaseStatus): ConsentLevel {
  if (status === "withdrawn_by_reporter") return "c0_none";
  return random.weighted(CONSENTS as Record<ConsentLevel, number>);
}

function demoStart(random: DemoRandom, received: IsoDay): DateWithPrecision {
  const day = addDays(received, -random.below(60));
  const precision = random.weighted({ day: 60, month: 30, year: 10 });
  return { date: day.slice(0, { day: 10, month: 7, year: 4 }[precision]), precision };
}

function demoDeadlines(random: DemoRandom, received: IsoDay, closes: boolean): CaseReport["deadlines"] {
  const within = (probability: number, days: number) =>
    random.chance(probability) ? addDays(received, 1 + random.below(days)) : null;
  return {
    closureOn: within(closes ? 0.8 : 0.05, 70),
    payrollOn: within(0.12, 30),
    hearingOn: within(0.04, 40),
    windDownOn: within(0.02, 30),
  };
}

function demoCorroboration(random: DemoRandom): Corroboration {
  return random.chance(0.6) ? "self_report" : random.pick(CORROBORATIONS.slice(0, 5));
}

function demoAssessment(
  random: DemoRandom,
  facts: ReportedFacts,
  receivedAt: Date,
  status: CaseStatus,
  now: Date,
): Assessment {
  const arrived = firstAssessment(facts, receivedAt);
  const first = { ...arrived, dueAt: demoDue(random, arrived.dueAt, status, now) };
  if (status === "received" || status === "needs_clarification") return { ...first, status };
  const test = {
    institutionBound: random.pick(YES_NO_UNSURE),
    affectedListed: random.weighted({ no: 85, yes: 8, unsure: 7 }),
    dealingLicensed: random.weighted({ no: 70, yes: 10, unsure: 20 }),
  };
  return {
    ...first,
    status,
    severity: random.weighted<Severity>(SEVERITY_SHARES),
    risk: facts.riskIfNamed ?? random.pick(RISK_LEVELS),
    test,
    overCompliance: suggestedOverCompliance(test),
    eligibility: random.weighted({ eligible: 88, not_eligible: 7, not_assessed: 5 }),
  };
}

/** Work that goes on has a next day on which somebody is owed word; a few of these days have just passed. */
function demoDue(random: DemoRandom, firstDue: string | null, status: CaseStatus, now: Date): string | null {
  if (!isOpen(status) || firstDue === null) return null;
  if (firstDue > now.toISOString()) return firstDue;
  return new Date(now.getTime() + (random.below(25) - 1) * DAY_MS + random.below(DAY_MS)).toISOString();
}
