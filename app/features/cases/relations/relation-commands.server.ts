import type { Actor } from "#app/access/actor.ts";
import { holdCases } from "#app/features/audit/case-history.server.ts";
import { type Entry, type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import { countWrite } from "#app/features/cases/write-limit.server.ts";
import type { CaseId, RelationId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { judgementOf } from "./case-merge.server.ts";
import { findMeasure } from "./related-measures.server.ts";
import {
  type CaseLink,
  type CaseRelationKind,
  INVERSE,
  isCaseLink,
  isKnown,
  type KeptRelation,
  MOST_RELATIONS,
  type Relation,
} from "./relation.ts";
import type { RelateForm } from "./relation-forms.ts";
import { insertRelation, openRelations, type ReachedCase, reachCase, reachOther } from "./relation-rows.server.ts";

const NONE = { kind: "not-found", code: "case.none" } as const;
const KNOWN = { kind: "conflict", code: "relation.known" } as const;
const TOO_MANY = { kind: "conflict", code: "relation.too-many" } as const;
/** Beside the reference: no case of the team bears it. */
export const NOBODY = "relations.reference.none";

/** Says how a case belongs together with another of the team, in the history of both. */
export function relateCases(actor: Actor, caseId: CaseId, { kind, other: wanted }: RelateForm): Promise<Result<null>> {
  return onCase(actor, caseId, async ({ tx, record, one }) => {
    const other = await reachOther(actor, tx, wanted);
    const wrong = whyNotRelated(one, other);
    if (!other || wrong)
      return refuse({ kind: "invalid", code: "form.invalid", fields: { reference: wrong ?? NOBODY } });
    return linkIn(tx, record, one, other, kind);
  });
}

/** Beside which words the page says that two cases cannot belong together; null where they can. */
export function whyNotRelated(one: ReachedCase, other: ReachedCase | null): string | null {
  if (!other || other.teamId !== one.teamId) return NOBODY;
  return other.id === one.id ? "relations.reference.itself" : null;
}

/** Two rows, each under its own case's key. */
export async function linkIn(
  tx: Transaction,
  record: Recorder,
  one: ReachedCase,
  other: ReachedCase,
  kind: CaseRelationKind,
): Promise<Result<null>> {
  // Both at once and in one order: two who relate the same pair crosswise would wait for each other for ever.
  if ((await holdCases(tx, [one.id, other.id])).length < 2) return refuse(NONE);
  const [here, there] = [newId<RelationId>(), newId<RelationId>()];
  const link: CaseLink = { kind, other: other.id, twin: there };
  const known = await openRelations(tx, one.id, one.notesKey);
  if (isKnown(known, link)) return refuse(KNOWN);
  const theirs = await openRelations(tx, other.id, other.notesKey);
  if (Math.max(known.length, theirs.length) >= MOST_RELATIONS) return refuse(TOO_MANY);
  await insertRelation(tx, one, here, link);
  await insertRelation(tx, other, there, { kind: INVERSE[kind], other: one.id, twin: here });
  await record(step("case.related", one, { kind, text: other.reference }));
  await record(step("case.related", other, { kind: INVERSE[kind], text: one.reference }));
  return ok(null);
}

/** Says that a measure has to do with a case, beyond the one that its reporter named. */
export function relateMeasure(
  actor: Actor,
  caseId: CaseId,
  { measure }: { readonly measure: string },
): Promise<Result<null>> {
  return onCase(actor, caseId, async ({ tx, record, one }) => {
    const found = await findMeasure(tx, measure);
    if (!found)
      return refuse({ kind: "invalid", code: "form.invalid", fields: { measure: "relations.measure.required" } });
    const relation: Relation = { kind: "measure", measure };
    const known = await openRelations(tx, caseId, one.notesKey);
    if (isKnown(known, relation)) return refuse(KNOWN);
    if (known.length >= MOST_RELATIONS) return refuse(TOO_MANY);
    await insertRelation(tx, one, newId<RelationId>(), relation);
    await record(step("case.related", one, { kind: "measure", text: found.label }));
    return ok(null);
  });
}

/** Takes a relation back, on both sides as far as they are in reach. */
export function unrelate(actor: Actor, caseId: CaseId, relationId: RelationId): Promise<Result<null>> {
  return onCase(actor, caseId, async ({ tx, record, one }) => {
    const relation = (await openRelations(tx, caseId, one.notesKey)).find(({ id }) => id === relationId);
    if (!relation) return refuse({ kind: "not-found", code: "relation.none" });
    if (await isOfMerge(actor, tx, one, relation)) return refuse({ kind: "conflict", code: "relation.merged" });
    await unlinkIn(actor, tx, record, one, relation);
    return ok(null);
  });
}

/** What says that two merged cases belong together goes with the merge and not before. */
async function isOfMerge(actor: Actor, tx: Transaction, one: ReachedCase, relation: KeptRelation): Promise<boolean> {
  if (!isCaseLink(relation)) return false;
  const { kind, other } = relation;
  if (kind === "duplicate_of") return (await judgementOf(tx, one)).duplicateOf?.caseId === other;
  const reached = kind === "has_duplicate" ? await reachCase(actor, tx, other) : null;
  return reached !== null && (await judgementOf(tx, reached)).duplicateOf?.caseId === one.id;
}

export async function unlinkIn(
  actor: Actor,
  tx: Transaction,
  record: Recorder,
  one: ReachedCase,
  relation: KeptRelation,
): Promise<void> {
  await holdCases(tx, isCaseLink(relation) ? [one.id, relation.other] : [one.id]);
  await tx.caseRelation.deleteMany({ where: { id: relation.id, caseId: one.id } });
  if (!isCaseLink(relation)) {
    const measure = await findMeasure(tx, relation.measure);
    await record(step("case.unrelated", one, { kind: relation.kind, text: measure?.label ?? relation.measure }));
    return;
  }
  const other = await reachCase(actor, tx, relation.other);
  await record(step("case.unrelated", one, { kind: relation.kind, text: other?.reference ?? "" }));
  if (!other) return;
  const { count } = await tx.caseRelation.deleteMany({ where: { id: relation.twin, caseId: other.id } });
  if (count > 0) await record(step("case.unrelated", other, { kind: INVERSE[relation.kind], text: one.reference }));
}

/** A step that the team reads and the reporter never does: not even that there is another case. */
function step(
  action: "case.related" | "case.unrelated",
  { id: caseId, notesKey: key }: ReachedCase,
  details: { readonly kind: Relation["kind"]; readonly text: string },
): Entry {
  return { action, subjectId: caseId, caseStep: { caseId, shown: "notes", key, details } };
}

interface OnCase {
  readonly tx: Transaction;
  readonly record: Recorder;
  readonly one: ReachedCase;
}

function onCase(actor: Actor, caseId: CaseId, work: (at: OnCase) => Promise<Result<null>>): Promise<Result<null>> {
  return recorded<null>(actor, async (tx, record) => {
    const counted = countWrite(actor, caseId);
    if (!counted.ok) return counted;
    const one = await reachCase(actor, tx, caseId);
    return one ? work({ tx, record, one }) : refuse(NONE);
  });
}
