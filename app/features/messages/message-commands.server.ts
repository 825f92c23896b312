import type { Actor } from "#app/access/actor.ts";
import { holdCases } from "#app/features/audit/case-history.server.ts";
import { type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import { openCaseKey } from "#app/features/cases/case-keys.server.ts";
import { type CaseRow, findCaseRow } from "#app/features/cases/case-queries.server.ts";
import { reported as reportedSeal } from "#app/features/cases/case-seals.server.ts";
import { moveWithin } from "#app/features/cases/casework/triage-commands.server.ts";
import { answerWithin } from "#app/features/cases/reporting/own-case.server.ts";
import { countWrite, roomForText } from "#app/features/cases/write-limit.server.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { authorOf, sideOf } from "./message.ts";
import { whyClosed } from "./message-openness.ts";
import { insertMessage, readMessages, readStanding, writeStanding } from "./message-rows.server.ts";
import { afterReading, nextInstant } from "./message-standing.ts";

export interface Written {
  readonly text: string;
  /** instant of the last message on the writer's page: whoever writes has read it; null or left out: none was there */
  readonly seenAt?: string | null;
  /** of the writer's pages, where a reporter writes */
  readonly language?: Locale;
  /** ids of files of the case that it is about */
  readonly files?: readonly string[];
}

/** A team writes in the language of whoever reads, which says nothing about its own pages. */
type TeamWritten = Omit<Written, "language">;

/** A reporter's message. Where a question is open it is the answer, and moves the case back in the same transaction. */
export function writeAsReporter(actor: Actor, caseId: CaseId, written: Written): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const sent = await write(actor, tx, record, caseId, { ...written, asks: false });
    if (!sent.ok) return sent;
    const answered = await answerWithin(actor, tx, record, caseId);
    return answered.ok ? ok(null) : answered;
  });
}

/** A message of the team, which leaves the case where it is. */
export function writeAsTeam(actor: Actor, caseId: CaseId, written: TeamWritten): Promise<Result<null>> {
  return recorded(actor, (tx, record) => write(actor, tx, record, caseId, { ...written, asks: false }));
}

/** Asks the reporter: the question goes out and the case waits for its answer, both or neither. */
export function askReporter(actor: Actor, caseId: CaseId, written: TeamWritten): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const sent = await write(actor, tx, record, caseId, { ...written, asks: true });
    if (!sent.ok) return sent;
    const row = await findCaseRow(tx, caseId);
    if (!row) return refuse({ kind: "not-found", code: "case.none" });
    return moveWithin(actor, tx, record, caseId, { version: row.version, event: "ask", reason: "" });
  });
}

/** Notes how far this side has read. What somebody has read is nobody's business: nothing is recorded. */
export function markRead(
  actor: Actor,
  caseId: CaseId,
  { seenAt }: { readonly seenAt: string | null },
): Promise<Result<null>> {
  return recorded(actor, async (tx) => {
    await holdCases(tx, [caseId]);
    if (!(await findCaseRow(tx, caseId))) return refuse({ kind: "not-found", code: "case.none" });
    const key = await openCaseKey(actor, tx, caseId);
    const standing = await readStanding(tx, caseId, key);
    const after = afterReading(standing, sideOf(actor.role), seenAt);
    if (after !== standing) await writeStanding(tx, caseId, key, after);
    return ok(null);
  });
}

async function write(
  actor: Actor,
  tx: Transaction,
  record: Recorder,
  caseId: CaseId,
  { text, seenAt = null, language, files = [], asks }: Written & { readonly asks: boolean },
): Promise<Result<null>> {
  const counted = countWrite(actor, caseId);
  if (!counted.ok) return counted;
  await holdCases(tx, [caseId]);
  const row = await findCaseRow(tx, caseId);
  if (!row) return refuse({ kind: "not-found", code: "case.none" });
  const key = await openCaseKey(actor, tx, caseId);
  const { sourceKind } = reportedSeal.open(key, caseId, row.sealedFacets).facts;
  const closed = whyClosed(row.status as CaseStatus, sourceKind);
  if (closed) return refuse({ kind: "conflict", code: closed });
  const room = await roomForMessage(actor, tx, row, key);
  if (!room.ok) return room;
  const standing = afterReading(await readStanding(tx, caseId, key), sideOf(actor.role), seenAt);
  const at = nextInstant(standing, now());
  const message = { text, by: authorOf(actor.role), at, asks, language: language ?? null, files };
  await insertMessage(tx, caseId, key, standing, message);
  const action = asks ? "case.asked" : "case.messaged";
  await record({ action, subjectId: caseId, caseStep: { caseId, shown: "case", key } });
  return ok(null);
}

/** A team is never stopped, nor the answer to what it has asked. Messages are opened only where there are many. */
async function roomForMessage({ role }: Actor, tx: Transaction, row: CaseRow, key: Secret): Promise<Result<null>> {
  const caseId = row.id as CaseId;
  if (sideOf(role) === "team" || row.status === "needs_clarification") return ok(null);
  const inAll = roomForText(await tx.message.count({ where: { caseId } }));
  if (inAll.ok) return inAll;
  const own = (await readMessages(tx, caseId, key)).filter(({ by }) => sideOf(by) === "reporter");
  return roomForText(own.length);
}
