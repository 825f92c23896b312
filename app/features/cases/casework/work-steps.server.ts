import type { CaseHistoryEntry } from "#app/features/audit/case-history.server.ts";
import { changesOf, type StepChange } from "#app/features/cases/history/step-changes.ts";
import { type KnownPeople, toldChanges } from "#app/features/cases/history/told-changes.server.ts";
import type { CodeOf, ListName } from "#app/features/taxonomy/codes.ts";
import { labelOf } from "#app/features/taxonomy/labels.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { WorkStep } from "./work-case-page.ts";
import type { WorkCase } from "./work-case-queries.server.ts";

type Details = Readonly<Record<string, unknown>>;

/** Lists in whose words `from` and `to` of a step are told in its sentence. */
const LISTS: Partial<Record<CaseHistoryEntry["action"], ListName>> = {
  "case.moved": "case_status",
  "case.urgency-set": "urgency",
  "case.consent-changed": "consent_level",
  "case.noted": "case_status",
  "case.outcome-set": "outcome",
};

/** What the sentence has said is not said again below it. */
const IN_SENTENCE: Partial<Record<CaseHistoryEntry["action"], string>> = {
  "case.moved": "status",
  "case.urgency-set": "urgency",
  "case.consent-changed": "consent",
  "case.withdrawn": "consent",
  "case.outcome-set": "outcome",
};

/** Steps that the reporter sees and steps of the team alone, joined in the order in which they happened, latest first. */
export function workSteps({ steps, notes, copy, people }: WorkCase, locale: Locale): readonly WorkStep[] {
  const all = [...steps, ...notes].sort((a, b) => a.at.localeCompare(b.at));
  const told = all.map((entry, place) => stepOf(entry, changesOf(entry, all.slice(0, place)), locale, people));
  const isTold = steps.some(({ action }) => action === "case.submitted");
  const whole = isTold ? told : [arrival(copy.receivedAt, copy.facts.sourceKind), ...told];
  return whole.sort((a, b) => b.at.localeCompare(a.at));
}

/** A case from a file has no step that brought it. */
function arrival(at: string, sourceKind: string): WorkStep {
  return { key: `casework.step.arrived.${sourceKind}`, by: "reporter", at, values: {}, changes: [], text: null };
}

function stepOf(
  entry: CaseHistoryEntry,
  changes: readonly StepChange[],
  locale: Locale,
  people: KnownPeople,
): WorkStep {
  const { action, by, at, details } = entry;
  const known: Details = details !== null && typeof details === "object" ? (details as Details) : {};
  const list = LISTS[action];
  const below = changes.filter(({ field }) => field !== IN_SENTENCE[action]);
  return {
    key: messageOf(action, known, changes),
    by,
    at,
    values: list ? { from: label(list, known.from, locale), to: label(list, known.to, locale) } : {},
    changes: toldChanges(below, locale, people),
    text: typeof known.text === "string" && known.text !== "" ? known.text : null,
  };
}

/** A note that came with a step gives its reason; a judgement looked at again may stay as it was. */
function messageOf(action: CaseHistoryEntry["action"], { to }: Details, changes: readonly StepChange[]): string {
  const name = action.slice("case.".length);
  if (name === "assessed" && changes.length === 0) return "casework.step.assessed-kept";
  return `casework.step.${name === "noted" && to ? "reason" : name}`;
}

/** A dash for what nobody has said. */
function label(list: ListName, code: unknown, locale: Locale): string {
  if (typeof code !== "string" || code === "") return "–";
  return labelOf(list, code as CodeOf<ListName>, locale);
}
