import type { Actor } from "#app/access/actor.ts";
import { roleInCase } from "#app/access/roles.ts";
import { insertApproval } from "#app/features/audit/approvals.server.ts";
import { holdCases, writeCaseStep } from "#app/features/audit/case-history.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { openCaseKeys } from "#app/features/cases/case-keys.server.ts";
import type { ChosenCase } from "#app/features/cases/casework/case-choice.ts";
import type { RecordPart } from "#app/features/cases/records/record-queries.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { isReceiverKey } from "#app/platform/crypto/age.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type CaseList, type KeptList, MOST_LISTS } from "./case-list.ts";
import type { AskCasesForm } from "./list-forms.ts";
import { overtakenAmong } from "./list-held.server.ts";
import {
  approvalOf,
  findList,
  hashOf,
  insertList,
  isListAgreed,
  isWorthKeeping,
  openLists,
} from "./list-rows.server.ts";
import { type ListContent, listText } from "./list-text.server.ts";
import { wholeCases } from "./whole-cases.server.ts";

const NONE = { kind: "not-found", code: "lists.none" } as const;
const OVERTAKEN = { kind: "conflict", code: "lists.overtaken" } as const;

/** Asks for a list of several cases: a line of each, without a name or a text. */
export function askForList(actor: Actor, chosen: readonly ChosenCase[], locale: Locale) {
  const ids = chosen.map(({ caseId }) => caseId);
  const about = { kind: "rows", recipient: null, withNotes: false } as const;
  return ask(actor, chosen, about, async (tx, held) => {
    const there = ids.filter((id) => held.includes(id));
    return ok(await listText(actor, tx, there, locale));
  });
}

/**
 * Asks for several cases whole, for one age key. They are read before the transaction, which would else be open for
 * seconds; whatever changed meanwhile shows when somebody agrees or takes the file.
 */
export async function askForCases(
  actor: Actor,
  chosen: readonly ChosenCase[],
  { recipient, withNotes }: AskCasesForm,
  { locale, parts }: { readonly locale: Locale; readonly parts: readonly RecordPart[] },
): Promise<Result<{ listId: string }>> {
  if (!(await isReceiverKey(recipient)))
    return refuse({ kind: "invalid", code: "form.invalid", fields: { recipient: "lists.recipient.wrong" } });
  const made = await wholeCases(actor, { chosen, withNotes, locale, parts });
  if (!made.ok) return made;
  return ask(actor, chosen, { kind: "cases", recipient, withNotes }, async (_tx, held) =>
    made.value.holds.every(({ caseId }) => held.includes(caseId)) ? made : refuse(OVERTAKEN),
  );
}

/**
 * What is to leave is made now and never again: what leaves is what both have read. Asking is the first of two
 * approvals. Lists that nobody fetched go.
 */
function ask(
  actor: Actor,
  chosen: readonly ChosenCase[],
  about: Pick<CaseList, "kind" | "recipient" | "withNotes">,
  make: (tx: Transaction, held: readonly string[]) => Promise<Result<ListContent>>,
): Promise<Result<{ listId: string }>> {
  return recorded(actor, async (tx, record) => {
    const at = now();
    const lists = await openLists(actor, tx);
    const stale: string[] = [];
    for (const list of lists) if (!(await isWorthKeeping(tx, list))) stale.push(list.id);
    await tx.caseList.deleteMany({ where: { id: { in: stale } } });
    if (lists.length - stale.length >= MOST_LISTS) return refuse({ kind: "conflict", code: "lists.too-many" });
    const ids = chosen.map(({ caseId }) => caseId);
    const made = await make(tx, await holdCases(tx, ids));
    if (!made.ok) return made;
    const { content, holds } = made.value;
    if (holds.length === 0) return refuse({ kind: "invalid", code: "lists.empty" });
    const said = { ...about, holds: [...holds], textHash: hashOf(content), by: actor.userId, at: at.toISOString() };
    const list = await insertList(tx, actor.teamId ?? "", newId(), said, content);
    await insertApproval(tx, actor.userId, approvalOf(list));
    await record({ action: "case.list-asked", subjectId: list.id, sealed: told(list) });
    return ok({ listId: list.id });
  });
}

/** The second person's word, for exactly the text that stands there and the key it is sealed to. */
export function agreeToList(actor: Actor, id: string): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const list = await findFresh(actor, tx, id);
    if (!list.ok) return list;
    if (list.value.by === actor.userId) return refuse({ kind: "conflict", code: "lists.second-person-required" });
    await insertApproval(tx, actor.userId, approvalOf(list.value));
    await record({ action: "case.list-agreed", subjectId: id, sealed: told(list.value) });
    return ok(null);
  });
}

/**
 * Takes the file out: who asked for it, and only when a second person has agreed. It is recorded before the first byte
 * leaves; that a whole case has left stands in its own history, where its reporter reads it too.
 */
export function takeList(actor: Actor, id: string): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const list = await findReady(actor, tx, id);
    if (!list.ok) return list;
    if (list.value.kind === "cases") await tellCases(actor, tx, list.value);
    await record({ action: "case.list-taken", subjectId: id, sealed: told(list.value) });
    return ok(null);
  });
}

/** A list that may leave, in the hands of who asked for it. */
export async function findReady(actor: Actor, tx: Transaction, id: string): Promise<Result<KeptList>> {
  const list = await findFresh(actor, tx, id);
  if (!list.ok) return list;
  const isReady = list.value.by === actor.userId && (await isListAgreed(actor, tx, list.value));
  return isReady ? list : refuse(NONE);
}

async function tellCases(actor: Actor, tx: Transaction, { holds }: KeptList): Promise<void> {
  const ids = holds.map(({ caseId }) => caseId);
  const step = { action: "case.exported", by: roleInCase(actor.role), at: now() } as const;
  for (const [caseId, key] of await openCaseKeys(actor, tx, ids))
    await writeCaseStep(tx, { caseId, shown: "case", key }, step);
}

/** A list of which something may still leave. */
async function findFresh(actor: Actor, tx: Transaction, id: string): Promise<Result<KeptList>> {
  const list = await findList(actor, tx, id);
  if (!list) return refuse(NONE);
  const isOvertaken = (await overtakenAmong(actor, tx, [list])).has(list);
  return isOvertaken ? refuse(OVERTAKEN) : ok(list);
}

function told({ kind, holds, withNotes }: KeptList) {
  return { kind, caseIds: holds.map(({ caseId }) => caseId), withNotes };
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
