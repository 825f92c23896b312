import type { Actor } from "#app/access/actor.ts";
import { type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import { openCaseKey } from "#app/features/cases/case-keys.server.ts";
import { findCaseRow } from "#app/features/cases/case-queries.server.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { changeAssessment } from "#app/features/cases/casework/assessment-changes.server.ts";
import { countWrite } from "#app/features/cases/write-limit.server.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import type { CaseId, RemedyId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type KeptRemedy, MOST_OF_A_CASE, type TriedRemedy } from "./remedy.ts";
import type { EndRemedyForm, OutcomeForm } from "./remedy-forms.ts";
import { openRemedies, openRemedy } from "./remedy-rows.server.ts";
import { remedySeal } from "./remedy-seal.server.ts";

const NONE = { kind: "not-found", code: "remedies.none" } as const;
const CHANGED = { kind: "conflict", code: "remedies.changed-meanwhile" } as const;

/** Something was tried. The reporter reads it; what the team thinks of it is a note. */
export function addRemedy(actor: Actor, caseId: CaseId, tried: TriedRemedy): Promise<Result<{ remedyId: RemedyId }>> {
  return onCase(actor, caseId, async ({ tx, record, caseKey }) => {
    if ((await tx.remedy.count({ where: { caseId } })) >= MOST_OF_A_CASE)
      return refuse({ kind: "conflict", code: "remedies.too-many" });
    const id = newId<RemedyId>();
    await tx.remedy.createMany({ data: [{ id, caseId, version: 1, sealed: remedySeal.seal(caseKey, id, tried) }] });
    await record(step("added", caseId, caseKey, { before: null, after: tried }));
    return ok({ remedyId: id });
  });
}

/** Other words, another date or another result. Of two who change it at once the later one gets a conflict. */
export function changeRemedy(
  actor: Actor,
  caseId: CaseId,
  remedyId: RemedyId,
  { version, remedy }: { readonly version: number; readonly remedy: TriedRemedy },
): Promise<Result<null>> {
  return onCase(actor, caseId, ({ tx, record, caseKey }) =>
    rewrite({ tx, record, caseKey, caseId, remedyId, version }, "changed", () => remedy),
  );
}

/** It has come to something, or to nothing; or it was written down by mistake, and then the entry goes. */
export function endRemedy(
  actor: Actor,
  caseId: CaseId,
  remedyId: RemedyId,
  { version, end, endedOn, note }: EndRemedyForm,
): Promise<Result<null>> {
  return onCase(actor, caseId, async ({ tx, record, caseKey }) => {
    const at = { tx, record, caseKey, caseId, remedyId, version };
    if (end !== "mistake")
      return rewrite(at, "ended", (before) => ({
        ...before,
        result: end,
        endedOn,
        note: [before.note, note].filter(Boolean).join("\n\n"),
      }));
    const before = await findRemedy(tx, caseId, remedyId, caseKey);
    if (!before) return refuse(NONE);
    const { count } = await tx.remedy.deleteMany({ where: { id: remedyId, caseId, version } });
    if (count === 0) return refuse(CHANGED);
    await record(step("removed", caseId, caseKey, { before: withoutRow(before), after: null }));
    return ok(null);
  });
}

/** How the matter stands as the team sees it. The reporter reads it in the history; the facets follow. */
export function setOutcome(
  actor: Actor,
  caseId: CaseId,
  { version, outcome, outcomeOn }: OutcomeForm,
): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const changed = await changeAssessment(actor, tx, caseId, version, (before) =>
      isUsable(before.status)
        ? ok({ ...before, outcome, outcomeOn })
        : refuse({ kind: "conflict", code: "case.ended" }),
    );
    if (!changed.ok) return changed;
    const { before } = changed.value;
    const details = {
      from: before.outcome ?? null,
      to: outcome,
      on: { from: dateJson(before.outcomeOn ?? null), to: dateJson(outcomeOn) },
    };
    const key = await openCaseKey(actor, tx, caseId);
    await record({ action: "case.outcome-set", subjectId: caseId, caseStep: { caseId, shown: "case", key, details } });
    return ok(null);
  });
}

interface OnCase {
  readonly tx: Transaction;
  readonly record: Recorder;
  readonly caseKey: Secret;
}

/** Runs the change, then writes down in the judgement what has been tried: the facets come from there. */
function onCase<T>(actor: Actor, caseId: CaseId, work: (at: OnCase) => Promise<Result<T>>): Promise<Result<T>> {
  return recorded<T>(actor, async (tx, record) => {
    const counted = countWrite(actor, caseId);
    if (!counted.ok) return counted;
    const row = await findCaseRow(tx, caseId);
    if (!row) return refuse({ kind: "not-found", code: "case.none" });
    if (!isUsable(row.status as CaseStatus)) return refuse({ kind: "conflict", code: "case.ended" });
    const caseKey = await openCaseKey(actor, tx, caseId);
    const done = await work({ tx, record, caseKey });
    if (!done.ok) return done;
    const tried = await openRemedies(tx, caseId, caseKey);
    const remedies = [...new Set(tried.map(({ remedy }) => remedy))].sort();
    const changed = await changeAssessment(actor, tx, caseId, row.version, (before) => ok({ ...before, remedies }));
    return changed.ok ? done : changed;
  });
}

interface OnRemedy extends OnCase {
  readonly caseId: CaseId;
  readonly remedyId: RemedyId;
  readonly version: number;
}

async function rewrite(
  { tx, record, caseKey, caseId, remedyId, version }: OnRemedy,
  verb: "changed" | "ended",
  change: (before: TriedRemedy) => TriedRemedy,
): Promise<Result<null>> {
  const kept = await findRemedy(tx, caseId, remedyId, caseKey);
  if (!kept) return refuse(NONE);
  const before = withoutRow(kept);
  const after = change(before);
  const sealed = remedySeal.seal(caseKey, remedyId, after);
  const where = { id: remedyId, caseId, version };
  const { count } = await tx.remedy.updateMany({ where, data: { version: version + 1, sealed } });
  if (count === 0) return refuse(CHANGED);
  await record(step(verb, caseId, caseKey, { before, after }));
  return ok(null);
}

async function findRemedy(tx: Transaction, caseId: CaseId, id: RemedyId, caseKey: Secret): Promise<KeptRemedy | null> {
  const row = await tx.remedy.findUnique({ where: { id, caseId } });
  return row && openRemedy(row, caseKey);
}

function withoutRow({ id: _, version: __, ...tried }: KeptRemedy): TriedRemedy {
  return tried;
}

interface BeforeAndAfter {
  readonly before: TriedRemedy | null;
  readonly after: TriedRemedy | null;
}

/** The whole remedy before and after, in a step that the reporter reads. */
function step(
  verb: "added" | "changed" | "ended" | "removed",
  caseId: CaseId,
  key: Secret,
  { before, after }: BeforeAndAfter,
) {
  const details = { remedy: { before: before && json(before), after: after && json(after) } };
  const caseStep = { caseId, shown: "case", key, details } as const;
  return { action: `case.remedy-${verb}`, subjectId: caseId, caseStep } as const;
}

function json({ remedy, addressee, result, note, triedOn, endedOn }: TriedRemedy) {
  return { remedy, addressee, result, note, triedOn: dateJson(triedOn), endedOn: dateJson(endedOn) };
}

const dateJson = (known: TriedRemedy["endedOn"]) => known && { date: known.date, precision: known.precision };
