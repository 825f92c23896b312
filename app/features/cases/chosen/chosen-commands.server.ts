import type { Actor } from "#app/access/actor.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import type { ChosenCase } from "#app/features/cases/casework/case-choice.ts";
import { setUrgency } from "#app/features/cases/casework/triage-commands.server.ts";
import type { UrgencyForm } from "#app/features/cases/casework/triage-forms.ts";
import type { CaseId } from "#app/kernel/id.ts";
import type { Result } from "#app/kernel/result.ts";
import type { ChosenResult } from "./chosen-forms.ts";

/** Well below the fifteen seconds of a request: what is not reached is said, and can be sent again. */
const STOP_AFTER_MS = 9_000;
export const NOT_REACHED = "chosen.not-reached";

/** Gives the cases to a lead, or takes them back from whoever has them. */
export function assignChosen(actor: Actor, chosen: readonly ChosenCase[], lead: string | null) {
  return eachChosen(chosen, ({ caseId, version }) => assignCase(actor, caseId as CaseId, { version, lead }));
}

export function setUrgencyOfChosen(
  actor: Actor,
  chosen: readonly ChosenCase[],
  { urgency, reason }: Pick<UrgencyForm, "urgency" | "reason">,
) {
  return eachChosen(chosen, ({ caseId, version }) => setUrgency(actor, caseId as CaseId, { version, urgency, reason }));
}

/**
 * One case after the other, each in a transaction of its own: a case that a colleague has changed meanwhile says so and
 * stops none of the others, and no case is ever half done.
 */
async function eachChosen(
  chosen: readonly ChosenCase[],
  work: (one: ChosenCase) => Promise<Result<null>>,
): Promise<readonly ChosenResult[]> {
  const begun = performance.now();
  const results: ChosenResult[] = [];
  for (const one of chosen) {
    const isLate = performance.now() - begun > STOP_AFTER_MS;
    results.push({ caseId: one.caseId, code: isLate ? NOT_REACHED : codeOf(await work(one)) });
  }
  return results;
}

const codeOf = (result: Result<null>) => (result.ok ? null : result.refusal.code);
