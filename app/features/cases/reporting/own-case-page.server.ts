import { redirect } from "@remix-run/node";
import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import type { ConsentLevel } from "#app/features/taxonomy/codes.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { paths } from "#app/paths.ts";
import { findOwnCaseWithReaders } from "./report-queries.server.ts";

/** What the pages that change a sent report know of it. */
export interface ChangeableCase {
  readonly caseId: string;
  readonly reference: string;
  readonly isAsked: boolean;
  readonly consent: ConsentLevel | null;
  readonly recipients: string | null;
  readonly team: string;
  readonly hasLead: boolean;
}

/**
 * A case that its reporter may still add to.
 * @throws Response the page of what is not there; or, after a withdrawal, the way back to the case itself
 */
export async function changeableCase(actor: Actor, caseId: CaseId): Promise<ChangeableCase> {
  const read = await findOwnCaseWithReaders(actor, caseId);
  if (!read) throw notFound();
  const { own, readers } = read;
  if (!isUsable(own.status)) throw redirect(paths.report(caseId));
  return {
    caseId,
    reference: own.reference,
    isAsked: own.status === "needs_clarification",
    consent: own.body.report.consent?.consent ?? null,
    recipients: own.body.report.recipients?.recipients ?? null,
    team: readers.team,
    hasLead: readers.hasLead,
  };
}
