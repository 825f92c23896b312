import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openCaseKey } from "#app/features/cases/case-keys.server.ts";
import type { OwnCase } from "#app/features/cases/case-queries.server.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { labelled } from "#app/features/cases/casework/case-row.server.ts";
import { caseStanding, readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import type { CaseStanding } from "#app/features/cases/casework/work-case-page.ts";
import { labelsOf } from "#app/features/taxonomy/labels.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId, RemedyId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { now } from "#app/platform/clock.server.ts";
import type { CaseRemedies } from "./case-remedies.ts";
import { toldEnding } from "./outcome-steps.ts";
import type { KeptRemedy } from "./remedy.ts";
import { remedyEntries } from "./remedy-list.ts";
import { openRemedies } from "./remedy-rows.server.ts";
import { timeToResolution } from "./time-to-resolution.ts";

/**
 * What was tried for a case, by whoever may open it. All of it lies under the case key, so that its reporter and the
 * team read the same.
 */
export async function readCaseRemedies(actor: Actor, own: OwnCase, locale: Locale): Promise<CaseRemedies> {
  const { id, body, copy, steps, status } = own;
  const entries = remedyEntries(body.report, await listRemedies(actor, id));
  const { outcome, outcomeOn, resolvedAt } = toldEnding(steps);
  const ending = { outcome, outcomeOn, resolvedAt, status };
  return {
    caseId: id,
    rows: entries.map((entry) => ({ ...entry, remedy: labelled("remedy", entry.remedy, locale) })),
    outcome: outcome && { ...labelled("outcome", outcome, locale), on: outcomeOn },
    reported: copy.facts.outcome && labelled("outcome", copy.facts.outcome, locale),
    time: timeToResolution(copy.receivedAt, ending, isoDayOf(now())),
    isUsable: isUsable(status),
  };
}

function listRemedies(actor: Actor, caseId: CaseId): Promise<KeptRemedy[]> {
  return withActor(actor, async (tx) => openRemedies(tx, caseId, await openCaseKey(actor, tx, caseId)));
}

/** Where the case stands, beside the form of one of its remedies, and the words of the lists it offers. */
export interface RemedyFormPage {
  readonly standing: CaseStanding;
  readonly labels: Readonly<Record<string, string>>;
}

/** @throws Response the page of what is not there */
export async function readNewRemedy(actor: Actor, caseId: CaseId, locale: Locale): Promise<RemedyFormPage> {
  const work = await readWorkCase(actor, caseId);
  return { standing: caseStanding(actor, work, locale), labels: labelsOf("remedy", locale) };
}

/** @throws Response also where the entry has gone */
export async function readRemedy(actor: Actor, caseId: CaseId, remedyId: RemedyId, locale: Locale) {
  const page = await readNewRemedy(actor, caseId, locale);
  const remedy = (await listRemedies(actor, caseId)).find(({ id }) => id === remedyId);
  if (!remedy) throw notFound();
  return { ...page, remedy };
}

/** @throws Response the page of what is not there */
export async function readOutcome(actor: Actor, caseId: CaseId, locale: Locale) {
  const work = await readWorkCase(actor, caseId);
  const { outcome, outcomeOn } = toldEnding(work.steps);
  const labels = labelsOf("outcome", locale);
  return { standing: caseStanding(actor, work, locale), labels, outcome, outcomeOn };
}
