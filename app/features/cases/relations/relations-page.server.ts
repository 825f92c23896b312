import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { may } from "#app/access/policy.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openNotesKey } from "#app/features/cases/case-keys.server.ts";
import type { ListedCase } from "#app/features/cases/case-queries.server.ts";
import { isDuplicate } from "#app/features/cases/case-record.ts";
import { transition } from "#app/features/cases/case-transition.ts";
import { moverOf } from "#app/features/cases/casework/case-mover.ts";
import { caseRow } from "#app/features/cases/casework/case-row.server.ts";
import { caseStanding, readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import { readQueueRows, type WorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId, RelationId } from "#app/kernel/id.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { mergedAmong } from "./case-merge.server.ts";
import { hintsFor } from "./duplicate-hints.server.ts";
import { listMeasures } from "./related-measures.server.ts";
import { type CaseLink, isCaseLink, type KeptRelation } from "./relation.ts";
import { openRelations, reachCase } from "./relation-rows.server.ts";
import type { CaseRelations, HintWords, OtherCaseWords, RelationsBrief, RelationWords } from "./relations-page.ts";

/** Everything a case belongs together with, and what may be the same as it. */
export function readRelations(actor: Actor, work: WorkCase, locale: Locale): Promise<CaseRelations> {
  return withActor(actor, async (tx) => {
    const { kept, hints } = await relationsAndHints(actor, tx, work);
    const links = kept.filter(isCaseLink);
    const ids = [...links.map(({ other }) => other), ...hints.map(({ caseId }) => caseId as CaseId)];
    const others = await readOthers(actor, tx, ids, locale);
    const merged = await mergedAmong(actor, tx, work);
    return {
      relations: links.map((link) => relationWords(link, others.get(link.other) ?? null, work, merged)),
      measures: await measureWords(tx, kept),
      hints: hints.flatMap(({ caseId, reasons }): HintWords[] => {
        const other = others.get(caseId);
        return other ? [{ other, reasons }] : [];
      }),
    };
  });
}

/** What the case's page says of it. */
export function readRelationsBrief(actor: Actor, work: WorkCase): Promise<RelationsBrief> {
  return withActor(actor, async (tx) => {
    const { kept, hints } = await relationsAndHints(actor, tx, work);
    const { duplicateOf } = work.assessment;
    const other = duplicateOf && (await reachCase(actor, tx, duplicateOf.caseId));
    return {
      relations: kept.length,
      hints: isDuplicate(work.assessment) ? 0 : hints.length,
      mergedInto: duplicateOf ? (other?.reference ?? "") : null,
    };
  });
}

/** What is related already need not be hinted at. */
async function relationsAndHints(actor: Actor, tx: Transaction, { id, assessment }: WorkCase) {
  const kept = await openRelations(tx, id, await openNotesKey(actor, tx, id));
  const known = new Set(kept.filter(isCaseLink).map(({ other }) => other as string));
  const hints = await hintsFor(actor, tx, id, assessment.institution ?? null);
  return { kept, hints: hints.filter(({ caseId }) => !known.has(caseId)) };
}

async function readOthers(
  actor: Actor,
  tx: Transaction,
  ids: readonly CaseId[],
  locale: Locale,
): Promise<ReadonlyMap<string, OtherCaseWords>> {
  const rows = await readQueueRows(actor, tx, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, otherWords(row, locale)]));
}

function otherWords(row: ListedCase, locale: Locale): OtherCaseWords {
  const { caseId, reference, incidents, institution, status } = caseRow(row, null, null, locale);
  return { caseId, reference, incidents, institution, status };
}

function relationWords(
  { id, kind }: KeptRelation & CaseLink,
  other: OtherCaseWords | null,
  { assessment }: WorkCase,
  merged: ReadonlySet<CaseId>,
): RelationWords {
  const isInto = kind === "duplicate_of" && assessment.duplicateOf?.caseId === other?.caseId;
  const isFrom = kind === "has_duplicate" && other !== null && merged.has(other.caseId as CaseId);
  return { id, kind, other, isMerged: other !== null && (isInto || isFrom) };
}

async function measureWords(tx: Transaction, kept: readonly KeptRelation[]) {
  const links = kept.flatMap((relation) => (isCaseLink(relation) ? [] : [relation]));
  if (links.length === 0) return [];
  const labels = new Map((await listMeasures(tx)).map(({ code, label }) => [code, label]));
  return links.map(({ id, measure }) => ({ id, label: labels.get(measure) ?? measure }));
}

/** @throws Response the page of what is not there */
export async function readRelationsPage(actor: Actor, caseId: CaseId, locale: Locale) {
  const work = await readWorkCase(actor, caseId);
  return {
    standing: caseStanding(actor, work, locale),
    ...(await readRelations(actor, work, locale)),
    mayMerge: may(actor, "case.merge") && transition(work.status, "merge", moverOf(actor)).ok,
    mayUnmerge: may(actor, "case.merge") && isDuplicate(work.assessment) && work.status === "closed",
  };
}

/** The measures that a case can be related to, and where it stands. @throws Response the page of what is not there */
export async function readMeasureChoice(actor: Actor, caseId: CaseId, locale: Locale) {
  const work = await readWorkCase(actor, caseId);
  const measures = await withActor(actor, listMeasures);
  const choices = measures.map(({ code, label }) => ({ value: code, label }));
  return { standing: caseStanding(actor, work, locale), choices };
}

/** One relation, before it is taken back. @throws Response the page of what is not there */
export async function readRelation(actor: Actor, caseId: CaseId, relationId: RelationId, locale: Locale) {
  const { standing, relations, measures } = await readRelationsPage(actor, caseId, locale);
  const relation = relations.find(({ id, isMerged }) => id === relationId && !isMerged) ?? null;
  const measure = measures.find(({ id }) => id === relationId) ?? null;
  if (!relation && !measure) throw notFound();
  return { standing, relation, measure };
}
