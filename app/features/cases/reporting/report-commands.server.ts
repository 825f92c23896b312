import type { Actor } from "#app/access/actor.ts";
import { type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import type { CaseReport } from "#app/features/cases/case-report.ts";
import { body as bodySeal, reported as reportedSeal } from "#app/features/cases/case-seals.server.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { transition } from "#app/features/cases/case-transition.ts";
import { mayReplace } from "#app/features/cases/consent.ts";
import type { SourceKind } from "#app/features/cases/reported-facts.ts";
import { countWrite, roomForText } from "#app/features/cases/write-limit.server.ts";
import type { CaseStatus, ConsentLevel } from "#app/features/taxonomy/codes.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { appendReported, ownCase } from "./own-case.server.ts";

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

/** Several of them, one after the other. */
export function inTurn(...follows: readonly AfterConsent[]): AfterConsent {
  return async (...changed) => {
    for (const follow of follows) await follow(...changed);
  };
}

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
