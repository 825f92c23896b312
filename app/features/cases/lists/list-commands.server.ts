import type { Actor } from "#app/access/actor.ts";
import { insertApproval } from "#app/features/audit/approvals.server.ts";
import { holdCases } from "#app/features/audit/case-history.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import type { ChosenCase } from "#app/features/cases/casework/case-choice.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { MOST_LISTS } from "./case-list.ts";
import { approvalOf, findList, insertList, isWorthKeeping, openLists } from "./list-rows.server.ts";
import { listText } from "./list-text.server.ts";

const NONE = { kind: "not-found", code: "lists.none" } as const;

/**
 * Asks for a list of several cases. It is made now and never again: what leaves is what both have read. Asking is the
 * first of two approvals. Lists that nobody fetched, or that are worth nothing any more, go.
 */
export function askForList(
  actor: Actor,
  chosen: readonly ChosenCase[],
  locale: Locale,
): Promise<Result<{ listId: string }>> {
  return recorded(actor, async (tx, record) => {
    const at = now();
    const lists = await openLists(actor, tx);
    const stale: string[] = [];
    for (const list of lists) if (!(await isWorthKeeping(tx, list))) stale.push(list.id);
    await tx.caseList.deleteMany({ where: { id: { in: stale } } });
    if (lists.length - stale.length >= MOST_LISTS) return refuse({ kind: "conflict", code: "lists.too-many" });
    const held = await holdCases(
      tx,
      chosen.map(({ caseId }) => caseId),
    );
    const ids = chosen.map(({ caseId }) => caseId).filter((id) => held.includes(id));
    const { csv, caseIds } = await listText(actor, tx, ids, locale);
    if (caseIds.length === 0) return refuse({ kind: "invalid", code: "lists.empty" });
    const id = newId();
    const list = { csv, caseIds, by: actor.userId, at: at.toISOString() };
    const kept = await insertList(tx, actor.teamId ?? "", id, list);
    await insertApproval(tx, actor.userId, approvalOf(kept));
    await record({ action: "case.list-asked", subjectId: id, sealed: { caseIds } });
    return ok({ listId: id });
  });
}

/** The second person's word, for exactly the text that stands there. */
export function agreeToList(actor: Actor, id: string): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const list = await findList(actor, tx, id);
    if (!list) return refuse(NONE);
    if (list.by === actor.userId) return refuse({ kind: "conflict", code: "lists.second-person-required" });
    await insertApproval(tx, actor.userId, approvalOf(list));
    await record({ action: "case.list-agreed", subjectId: id, sealed: { caseIds: list.caseIds } });
    return ok(null);
  });
}

/** Fetched, or not wanted any more: anybody of the team may take it away. */
export function deleteList(actor: Actor, id: string): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const { count } = await tx.caseList.deleteMany({ where: { id } });
    if (count === 0) return refuse(NONE);
    await record({ action: "case.list-deleted", subjectId: id });
    return ok(null);
  });
}
