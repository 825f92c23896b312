import type { CaseHistoryEntry } from "#app/features/audit/case-history.server.ts";
import { isCode, type ListName } from "#app/features/taxonomy/codes.ts";
import { labelsOf } from "#app/features/taxonomy/labels.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { WorkStep } from "./work-case-page.ts";
import type { WorkCase } from "./work-case-queries.server.ts";

type Details = Readonly<Record<string, unknown>>;

/** Lists in whose words `from` and `to` of a step are told. */
const LISTS: Partial<Record<CaseHistoryEntry["action"], ListName>> = {
  "case.moved": "case_status",
  "case.urgency-set": "urgency",
  "case.consent-changed": "consent_level",
  "case.noted": "case_status",
  "case.outcome-set": "outcome",
};

/** What an assessment said, each with the list or the messages that hold its words. */
const JUDGED = { severity: "severity", risk: "risk_level" } as const satisfies Record<string, ListName>;
const JUDGED_MESSAGES = { overCompliance: "cases.overCompliance.answer", eligibility: "cases.eligibility" } as const;

/** Steps that the reporter sees and steps of the team alone, joined in the order in which they happened, latest first. */
export function workSteps({ steps, notes, copy }: WorkCase, locale: Locale): readonly WorkStep[] {
  const told = [...steps, ...notes].map((entry) => stepOf(entry, locale));
  const isTold = steps.some(({ action }) => action === "case.submitted");
  const all = isTold ? told : [arrival(copy.receivedAt, copy.facts.sourceKind), ...told];
  return all.sort((a, b) => b.at.localeCompare(a.at));
}

/** A case from a file has no step that brought it. */
function arrival(at: string, sourceKind: string): WorkStep {
  return { key: `casework.step.arrived.${sourceKind}`, by: "reporter", at, values: {}, parts: [], text: null };
}

function stepOf({ action, by, at, details }: CaseHistoryEntry, locale: Locale): WorkStep {
  const known: Details = details !== null && typeof details === "object" ? (details as Details) : {};
  const list = LISTS[action];
  const values = list
    ? { from: label(list, known.from, locale), to: label(list, known.to, locale) }
    : judged(known, locale);
  return {
    key: messageOf(action, known),
    by,
    at,
    values,
    parts: action === "case.assessed" ? judgedParts(known) : [],
    text: typeof known.text === "string" && known.text !== "" ? known.text : null,
  };
}

/** A note that came with a step gives its reason. */
function messageOf(action: CaseHistoryEntry["action"], { to }: Details): string {
  const name = action.slice("case.".length);
  return `casework.step.${name === "noted" && to ? "reason" : name}`;
}

function judged(details: Details, locale: Locale): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(JUDGED).map(([name, list]) => [name, label(list, details[name], locale)] as const),
  );
}

function judgedParts(details: Details): readonly string[] {
  return Object.entries(JUDGED_MESSAGES).flatMap(([name, messages]) =>
    typeof details[name] === "string" ? [`${messages}.${details[name]}`] : [],
  );
}

/** A dash for what nobody has said; a code that has gone shows itself. */
function label(list: ListName, code: unknown, locale: Locale): string {
  if (typeof code !== "string" || code === "") return "–";
  return isCode(list, code) ? (labelsOf(list, locale) as Record<string, string>)[code]! : code;
}
