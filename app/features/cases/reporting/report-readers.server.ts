import type { Actor } from "#app/access/actor.ts";
import type { CaseReport } from "#app/features/cases/case-report.ts";
import type { CaseId } from "#app/kernel/id.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { teamFor } from "./submit-commands.server.ts";

/** Who else can read a report, as roles: a reporter learns of teams and never of persons. */
export interface ReportReaders {
  readonly team: string;
  /** the team behind the wall, for reports with a listed party */
  readonly walled: boolean;
  /** one person to whom the coordinators have given the case */
  readonly hasLead: boolean;
}

/** Who will read a draft once it is sent, by what it says so far. */
export async function readersOfDraft(actor: Actor, tx: Transaction, report: CaseReport): Promise<ReportReaders> {
  return { ...(await teamOf(tx, await teamFor(actor, tx, report))), hasLead: false };
}

/** Who reads a case that was sent, as it is assigned now. */
export async function readersOfCase(tx: Transaction, caseId: CaseId): Promise<ReportReaders> {
  const { teamId, assignedUserId } = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { teamId: true, assignedUserId: true },
  });
  return { ...(await teamOf(tx, teamId)), hasLead: assignedUserId !== null };
}

async function teamOf(tx: Transaction, id: string) {
  const { label, walled } = await tx.team.findUniqueOrThrow({ where: { id } });
  return { team: label, walled };
}
