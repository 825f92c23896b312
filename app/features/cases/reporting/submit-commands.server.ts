import type { Actor } from "#app/access/actor.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import type { CaseBody } from "#app/features/cases/case-record.ts";
import { type CaseReport, needsWalledTeam } from "#app/features/cases/case-report.ts";
import { firstAssessment } from "#app/features/cases/first-assessment.ts";
import { insertCases } from "#app/features/cases/new-cases.server.ts";
import { accountNumbersIn } from "#app/features/cases/questionnaire/report-account-numbers.ts";
import { isReadyToSend, prunedReport } from "#app/features/cases/questionnaire/report-progress.ts";
import { reportedFacts } from "#app/features/cases/report-facts.ts";
import { countNewCase } from "#app/features/cases/write-limit.server.ts";
import { lookUp } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { teamBehindWall } from "#app/features/organisations/team-wall.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId, DraftId, TeamId } from "#app/kernel/id.ts";
import type { Refusal } from "#app/kernel/refusal.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { findDraft } from "./report-draft.server.ts";
import { ownTeamOf, reportingParty } from "./reporting-party.server.ts";

/** How a draft is sent. */
export interface Sending {
  /** the draft as its sender has read it; left out where nobody reads before sending */
  readonly version?: number;
  /** of the pages they read, so that they are written to in it */
  readonly language?: Locale;
  /** what is done in the same transaction, or not at all */
  readonly alongside?: ((tx: Transaction) => Promise<void>) | undefined;
}

/** Sends a draft: it becomes a case of the team, or of the walled team where a listed party is or may be involved. */
export function submitDraft(
  actor: Actor,
  draftId: DraftId,
  { version, language, alongside }: Sending = {},
): Promise<Result<{ caseId: CaseId }>> {
  return recorded(actor, async (tx, record) => {
    const draft = await findDraft(actor, tx, draftId);
    if (!draft) return refuse({ kind: "not-found", code: "report.no-draft" });
    if (version !== undefined && draft.version !== version)
      return refuse({ kind: "conflict", code: "report.changed-before-sending" });
    const { report } = prunedReport(draft.report);
    if (!isReadyToSend(report)) return refuse({ kind: "invalid", code: "report.not-ready" });
    if (accountNumbersIn(report).length > 0) return refuse({ kind: "invalid", code: "report.account-number" });
    const party = await reportingParty(actor, tx);
    const teamId = await teamTaking(tx, party.teamId, report);
    await lookUp(tx, [groups.team(teamId), groups.analytics(teamId), "audit"]);
    // Deleting decides between two people who send one draft at the same moment, and between sending and a change: the
    // second of them finds no draft, or another one than was read.
    const { count } = await tx.caseDraft.deleteMany({ where: { id: draftId, version: draft.version } });
    if (count === 0) return refuse(await whyNotSent(actor, tx, draftId));
    // Last of all that may refuse: what is not sent is not counted.
    const counted = party.organisationId ? countNewCase(party.organisationId) : ok(null);
    if (!counted.ok) return counted;
    await alongside?.(tx);
    const receivedAt = now();
    const facts = reportedFacts(report, { sourceKind: party.sourceKind, corroboration: "self_report" });
    const { organisationName } = party;
    const body: CaseBody = { report, additions: [], organisationName, sourceRef: null, ...(language && { language }) };
    const newCase = {
      caseId: party.caseId ?? (newId() as CaseId),
      organisationId: party.organisationId,
      reporter: party.recipient,
      body,
      facts,
      assessment: firstAssessment(facts, receivedAt),
      receivedAt,
    };
    const [made] = await insertCases(tx, teamId, [newCase]);
    const { caseId, caseKey, notesKey } = made!;
    await record({ action: "case.submitted", subjectId: caseId, caseStep: { caseId, shown: "case", key: caseKey } });
    wipe(caseKey);
    wipe(notesKey);
    return ok({ caseId });
  });
}

async function whyNotSent(actor: Actor, tx: Transaction, draftId: DraftId): Promise<Refusal> {
  const isThere = (await findDraft(actor, tx, draftId)) !== null;
  return isThere
    ? { kind: "conflict", code: "report.changed-before-sending" }
    : { kind: "not-found", code: "report.no-draft" };
}

/**
 * The team a report goes to: the organisation's own or the link's, or the one behind the wall.
 * @throws where there is no wall to go behind: a listed party's name must not reach people it brings into danger
 */
export async function teamFor(actor: Actor, tx: Transaction, report: CaseReport): Promise<TeamId> {
  return teamTaking(tx, await ownTeamOf(actor, tx), report);
}

async function teamTaking(tx: Transaction, ownTeam: TeamId, report: CaseReport): Promise<TeamId> {
  return needsWalledTeam(report) ? teamBehindWall(tx, ownTeam) : ownTeam;
}
