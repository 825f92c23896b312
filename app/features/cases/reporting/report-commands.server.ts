import type { Actor } from "#app/access/actor.ts";
import { type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import type { CaseBody } from "#app/features/cases/case-record.ts";
import { type CaseReport, needsWalledTeam } from "#app/features/cases/case-report.ts";
import { body as bodySeal, reported as reportedSeal } from "#app/features/cases/case-seals.server.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { transition } from "#app/features/cases/case-transition.ts";
import { mayReplace } from "#app/features/cases/consent.ts";
import { firstAssessment } from "#app/features/cases/first-assessment.ts";
import { insertCases } from "#app/features/cases/new-cases.server.ts";
import { accountNumbersIn } from "#app/features/cases/questionnaire/report-account-numbers.ts";
import { isReadyToSend, prunedReport } from "#app/features/cases/questionnaire/report-progress.ts";
import { reportedFacts } from "#app/features/cases/report-facts.ts";
import type { SourceKind } from "#app/features/cases/reported-facts.ts";
import { countNewCase, countWrite, roomForText } from "#app/features/cases/write-limit.server.ts";
import { lookUp } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { teamBehindWall } from "#app/features/organisations/team-wall.server.ts";
import type { CaseStatus, ConsentLevel } from "#app/features/taxonomy/codes.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId, DraftId, TeamId } from "#app/kernel/id.ts";
import type { Refusal } from "#app/kernel/refusal.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { type Secret, wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { appendReported, ownCase } from "./own-case.server.ts";
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

/** Adds a text to a case that was sent. What was sent before stays as it was, and a question stays open: its answer is a message. */
export function addToCase(actor: Actor, caseId: CaseId, { text }: { text: string }): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const counted = countWrite(actor, caseId);
    if (!counted.ok) return counted;
    const found = await ownCase(actor, tx, caseId);
    if (!found) return refuse({ kind: "not-found", code: "case.none" });
    const { row, key, body, copy } = found;
    if (!isUsable(row.status as CaseStatus)) return refuse({ kind: "conflict", code: "case.ended" });
    const room = roomForText(body.additions.length);
    if (!room.ok) return room;
    const additions = [...body.additions, { text, at: now().toISOString() }];
    const sealedBody = bodySeal.seal(key, caseId, { ...body, additions });
    const { count } = await tx.case.updateMany({
      where: { id: caseId, version: row.version },
      data: { sealedBody, version: row.version + 1 },
    });
    if (count === 0) return refuse({ kind: "conflict", code: "case.changed-meanwhile" });
    await appendReported(tx, row, copy, row.status as CaseStatus);
    await record({ action: "case.added-to", subjectId: caseId, caseStep: { caseId, shown: "case", key } });
    return ok(null);
  });
}

interface ConsentChange {
  readonly consent: ConsentLevel;
  readonly recipients?: string | null;
  /** what held when the choice was made; left out by who has no page */
  readonly seen?: ConsentLevel | undefined;
}

/** What rooms above do in the same transaction when consent has changed: what was handed out follows it at once. */
export type AfterConsent = (
  tx: Transaction,
  record: Recorder,
  changed: { readonly caseKey: Secret; readonly report: CaseReport; readonly sourceKind: SourceKind },
) => Promise<void>;

/** Changes what may be done with a case. It holds at once, everywhere: consent travels in the facets. */
export function changeConsent(
  actor: Actor,
  caseId: CaseId,
  { consent, recipients, seen }: ConsentChange,
  after?: AfterConsent,
): Promise<Result<null>> {
  const change = (report: CaseReport): Result<CaseReport> => {
    const present = report.consent?.consent ?? "c0_none";
    if (!mayReplace(present, consent, seen ?? present))
      return refuse({ kind: "conflict", code: "case.consent-lowered-meanwhile" });
    return ok(withConsent(report, consent, recipients ?? report.recipients?.recipients ?? null));
  };
  return changeReport(actor, caseId, { action: "case.consent-changed", change, after });
}

/** Withdraws a case: it is used for nothing any more, and its consent says so wherever facets travel. */
export function withdrawCase(actor: Actor, caseId: CaseId, after?: AfterConsent): Promise<Result<null>> {
  const change = (report: CaseReport) => ok(withConsent(report, "c0_none", null));
  return changeReport(actor, caseId, { action: "case.withdrawn", change, event: "withdraw", after });
}

/** Recipients stand in a report only while it may be named to them: nobody is left to read a name that was taken back. */
function withConsent(report: CaseReport, consent: ConsentLevel, named: string | null): CaseReport {
  const { recipients: _, ...others } = report;
  const isNaming = consent === "c4_confidential_to_named" && named !== null;
  return { ...others, consent: { consent }, ...(isNaming && { recipients: { recipients: named } }) };
}

interface ReportChange {
  readonly action: "case.consent-changed" | "case.withdrawn";
  readonly change: (report: CaseReport) => Result<CaseReport>;
  readonly event?: "withdraw";
  readonly after: AfterConsent | undefined;
}

function changeReport(
  actor: Actor,
  caseId: CaseId,
  { action, change, event, after }: ReportChange,
): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    // Withdrawing never waits.
    const counted = event === "withdraw" ? ok(null) : countWrite(actor, caseId);
    if (!counted.ok) return counted;
    const found = await ownCase(actor, tx, caseId);
    if (!found) return refuse({ kind: "not-found", code: "case.none" });
    const { row, key, body, copy } = found;
    // A consent given afterwards would bring back into figures what its reporter has taken out.
    if (!isUsable(row.status as CaseStatus)) return refuse({ kind: "conflict", code: "case.ended" });
    const moved = event ? transition(row.status as CaseStatus, event, "reporter") : ok(row.status as CaseStatus);
    if (!moved.ok) return moved;
    const changed = change(body.report);
    if (!changed.ok) return changed;
    const report = changed.value;
    const facts = { ...copy.facts, consent: report.consent?.consent ?? null };
    const version = row.version + 1;
    const { count } = await tx.case.updateMany({
      where: { id: caseId, version: row.version },
      data: {
        status: moved.value,
        version,
        sealedBody: bodySeal.seal(key, caseId, { ...body, report }),
        sealedFacets: reportedSeal.seal(key, caseId, { ...copy, facts }),
      },
    });
    if (count === 0) return refuse({ kind: "conflict", code: "case.changed-meanwhile" });
    await appendReported(tx, row, { ...copy, facts }, moved.value);
    const details = {
      from: body.report.consent?.consent ?? null,
      to: facts.consent,
      recipients: { from: body.report.recipients?.recipients ?? null, to: report.recipients?.recipients ?? null },
    };
    await record({ action, subjectId: caseId, caseStep: { caseId, shown: "case", key, details } });
    await after?.(tx, record, { caseKey: key, report, sourceKind: facts.sourceKind });
    return ok(null);
  });
}
