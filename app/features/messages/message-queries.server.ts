import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openCaseKey, openCaseKeys } from "#app/features/cases/case-keys.server.ts";
import { findCaseRow } from "#app/features/cases/case-queries.server.ts";
import { caseReference } from "#app/features/cases/case-reference.ts";
import { body as bodySeal, reported as reportedSeal } from "#app/features/cases/case-seals.server.ts";
import { type ReportReaders, readersOfCase } from "#app/features/cases/reporting/report-readers.server.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { languageOf, sideOf } from "./message.ts";
import { type ClosedCode, whyClosed } from "./message-openness.ts";
import { type KeptMessage, readMessages, readStanding } from "./message-rows.server.ts";
import { standingSeal } from "./message-seals.server.ts";
import { hasUnread, type MessageStanding } from "./message-standing.ts";

/** A case's conversation, opened. */
export interface Conversation {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly status: CaseStatus;
  /** oldest first */
  readonly messages: readonly KeptMessage[];
  readonly standing: MessageStanding;
  readonly language: Locale | null;
  readonly readers: ReportReaders;
  /** why nothing can be written; null where it can */
  readonly closed: ClosedCode | null;
}

/** @returns null for a case that is not there or out of reach; both look the same */
export function findConversation(actor: Actor, caseId: CaseId): Promise<Conversation | null> {
  return withActor(actor, async (tx) => {
    const row = await findCaseRow(tx, caseId);
    if (!row) return null;
    const key = await openCaseKey(actor, tx, caseId);
    const messages = await readMessages(tx, caseId, key);
    const status = row.status as CaseStatus;
    const { sourceKind } = reportedSeal.open(key, caseId, row.sealedFacets).facts;
    return {
      caseId,
      reference: caseReference(caseId),
      status,
      messages,
      standing: await readStanding(tx, caseId, key),
      language: languageOf(messages, bodySeal.open(key, caseId, row.sealedBody).language ?? null),
      readers: await readersOfCase(tx, caseId),
      closed: whyClosed(status, sourceKind),
    };
  });
}

/**
 * The cases in which something is new to the actor's side. One small record a case is read and opened, no message: a page
 * of twenty-five costs two questions to the database.
 */
export async function unreadAmong(actor: Actor, caseIds: readonly string[]): Promise<string[]> {
  if (caseIds.length === 0) return [];
  return withActor(actor, async (tx) => {
    const rows = await tx.messageStanding.findMany({ where: { caseId: { in: [...caseIds] } } });
    if (rows.length === 0) return [];
    const keys = await openCaseKeys(
      actor,
      tx,
      rows.map(({ caseId }) => caseId),
    );
    const isNew = ({ caseId, sealed }: (typeof rows)[number]) => {
      const key = keys.get(caseId);
      return key !== undefined && hasUnread(standingSeal.open(key, caseId, sealed), sideOf(actor.role));
    };
    return rows.filter(isNew).map(({ caseId }) => caseId);
  });
}
