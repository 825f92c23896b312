import type { CaseHistoryEntry } from "#app/features/audit/case-history.server.ts";
import type { ListName } from "#app/features/taxonomy/codes.ts";
import type { Json } from "#app/kernel/json.ts";

/** How a value is told: by a list's label, by a message, as a date, an instant, a person, or as it was written. */
export type ValueKind =
  | { readonly kind: "label"; readonly list: ListName }
  | { readonly kind: "message"; readonly under: string }
  | { readonly kind: "date" | "instant" | "person" | "text" };

/** One thing that a step changed. Null: nothing was said, or nobody. */
export interface StepChange {
  /** the key of its name under `history.field` */
  readonly field: string;
  readonly value: ValueKind;
  readonly from: Json;
  readonly to: Json;
}

type Values = Readonly<Record<string, Json>>;
type Fields = Readonly<Record<string, ValueKind>>;

const label = (list: ListName): ValueKind => ({ kind: "label", list });
const message = (under: string): ValueKind => ({ kind: "message", under });
const date: ValueKind = { kind: "date" };
const text: ValueKind = { kind: "text" };
const person: ValueKind = { kind: "person" };
const answer = message("casework.answer");

const JUDGEMENT: Fields = {
  severity: label("severity"),
  risk: label("risk_level"),
  institutionBound: answer,
  affectedListed: answer,
  dealingLicensed: answer,
  overCompliance: message("cases.overCompliance.answer"),
  eligibility: message("cases.eligibility"),
  corroboration: label("corroboration"),
};
const REMEDY: Fields = {
  remedy: label("remedy"),
  triedOn: date,
  addressee: text,
  result: message("remedies.result"),
  endedOn: date,
  note: text,
};
const RELATION: Fields = { relation: message("relations.kind") };
const REFERRAL: Fields = {
  receiver: text,
  receiverKind: message("referrals.kind"),
  tlp: label("tlp"),
  endedBy: message("referrals.ended-by"),
};
const TASK: Fields = { text, kind: message("tasks.kind"), dueOn: date, ownerId: person };

/** What a step says it changed from and to under one name each: its own `from` and `to`, and those of parts of it. */
const SIMPLE: Partial<Record<CaseHistoryEntry["action"], Fields>> = {
  "case.moved": { status: label("case_status") },
  "case.consent-changed": { consent: label("consent_level"), recipients: text },
  "case.withdrawn": { consent: label("consent_level") },
  "case.urgency-set": { urgency: label("urgency"), due: { kind: "instant" } },
  "case.assigned": { lead: person },
  "case.unassigned": { lead: person },
  "case.outcome-set": { outcome: label("outcome"), on: date },
};

interface Reading {
  /** the beginning of what was done, or all of it */
  readonly action: string;
  readonly read: (details: Values, earlier: readonly CaseHistoryEntry[]) => readonly StepChange[];
}

/** Steps that say what was and what is in a form of their own; the first that fits is read. */
const READINGS: readonly Reading[] = [
  {
    action: "case.assessed",
    read: (details, earlier) => compared(JUDGEMENT, judgementBefore(details, earlier), judged(details)),
  },
  { action: "case.remedy-", read: ({ remedy }) => remedyChanges(valuesIn(remedy)) },
  { action: "case.referral-", read: ({ referral }) => compared(REFERRAL, {}, valuesIn(referral)) },
  { action: "case.file-forwarded", read: (details) => compared({ receiver: text }, {}, details) },
  { action: "case.related", read: ({ kind = null }) => compared(RELATION, {}, { relation: kind }) },
  { action: "case.unrelated", read: ({ kind = null }) => compared(RELATION, { relation: kind }, {}) },
  { action: "case.task-changed", read: taskChanges },
  { action: "case.task-handed-over", read: taskChanges },
];

/**
 * What a step changed, before and after. Steps from before this was asked hold less: what they do not say is looked for
 * in earlier steps of the same kind, and is left out where nothing says it.
 * @param earlier the steps that the same reader sees and that came before
 */
export function changesOf(
  { action, details }: CaseHistoryEntry,
  earlier: readonly CaseHistoryEntry[],
): readonly StepChange[] {
  const values = valuesIn(details);
  const simple = SIMPLE[action];
  if (simple) return simpleChanges(simple, values);
  return READINGS.find((one) => action.startsWith(one.action))?.read(values, earlier) ?? [];
}

/** Ids of the people whom steps name, each once. @param steps oldest first */
export function personsIn(steps: readonly CaseHistoryEntry[]): readonly string[] {
  const ids = steps
    .flatMap((step, place) => changesOf(step, steps.slice(0, place)))
    .flatMap(({ value, from, to }) => (value.kind === "person" ? [from, to] : []));
  return [...new Set(ids.filter((id) => typeof id === "string"))];
}

function simpleChanges(fields: Fields, details: Values): readonly StepChange[] {
  return Object.entries(fields)
    .map(([field, value], place) => {
      // The first one is the step itself; the others are parts with a name of their own.
      const { from = null, to = null } = place === 0 ? details : valuesIn(details[field]);
      return { field, value, from, to };
    })
    .filter(isChange);
}

function compared(fields: Fields, before: Values, after: Values): readonly StepChange[] {
  return Object.entries(fields)
    .map(([field, value]) => ({ field, value, from: before[field] ?? null, to: after[field] ?? null }))
    .filter(isChange);
}

const isSaid = (value: Json) => value !== null && value !== "";
const isChange = ({ from, to }: StepChange) =>
  (isSaid(from) || isSaid(to)) && JSON.stringify(from) !== JSON.stringify(to);

/** The three answers lie in the test. */
function judged(details: Values): Values {
  return { ...details, ...valuesIn(details.test) };
}

function judgementBefore(details: Values, earlier: readonly CaseHistoryEntry[]): Values {
  if (details.before) return judged(valuesIn(details.before));
  const last = earlier.findLast(({ action }) => action === "case.assessed");
  return judged(valuesIn(last?.details ?? null));
}

function remedyChanges({ before, after }: Values): readonly StepChange[] {
  return compared(REMEDY, valuesIn(before), valuesIn(after));
}

/** Each step of a task holds the whole task, so the one before tells how it was. */
function taskChanges(details: Values, earlier: readonly CaseHistoryEntry[]): readonly StepChange[] {
  const task = valuesIn(details.task);
  const tasks = earlier.map((step) => valuesIn(valuesIn(step.details).task));
  const before = tasks.findLast(({ id }) => id !== undefined && id === task.id) ?? {};
  return compared(TASK, before, task);
}

function valuesIn(json: Json | undefined): Values {
  return json !== null && typeof json === "object" && !Array.isArray(json) ? (json as Values) : {};
}
