import type { Actor } from "#app/access/actor.ts";
import { may } from "#app/access/policy.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { lettersTo, openTeamLetter } from "#app/features/keyring/team-letters.server.ts";
import type { Json } from "#app/kernel/json.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import type { SurveyInstrumentDraft } from "#app/platform/db/generated/client.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type PublishedInstrument, publishedIn, publishIn } from "./instrument-store.server.ts";
import { NO_INSTRUMENT, NO_WAVE, WAVE_CHANGED } from "./wave-refusals.ts";

/*
 * Questionnaires that are being written. What one says is JSON to this room: whoever calls has looked at it. Each is a
 * letter to the team, until it is published or discarded.
 */

const DRAFT = "survey-instrument";

export interface InstrumentDraft {
  readonly id: string;
  readonly version: number;
  readonly content: Json;
}

/** @param at the draft that is changed, as its page showed it; left out for a new one */
export function saveInstrumentDraft(
  actor: Actor,
  content: Json,
  at?: { readonly id: string; readonly version: number },
): Promise<Result<{ id: string; version: number }>> {
  return recorded(actor, async (tx, record) => {
    if (!may(actor, "wave.write")) return refuse(NO_WAVE);
    const teamId = actor.teamId ?? "";
    const { keyVersion, seal } = await lettersTo(tx, teamId);
    const id = at?.id ?? newId();
    const version = (at?.version ?? 0) + 1;
    const data = { version, keyVersion, sealed: seal(DRAFT, id, JSON.stringify(content)) };
    const { count } = at
      ? await tx.surveyInstrumentDraft.updateMany({ where: { id, version: at.version }, data })
      : await tx.surveyInstrumentDraft.createMany({ data: { id, teamId, ...data } });
    if (count === 0) return refuse(WAVE_CHANGED);
    await record({ action: at ? "instrument.changed" : "instrument.drafted", subjectId: id });
    return ok({ id, version });
  });
}

/** Those of the team, in an order that says nothing. */
export function listInstrumentDrafts(actor: Actor): Promise<readonly InstrumentDraft[]> {
  return draftsWhere(actor, {});
}

/** @returns null for none, and for one of another team */
export async function findInstrumentDraft(actor: Actor, id: string): Promise<InstrumentDraft | null> {
  return (await draftsWhere(actor, { id }))[0] ?? null;
}

function draftsWhere(actor: Actor, where: { readonly id?: string }): Promise<readonly InstrumentDraft[]> {
  return withActor(actor, async (tx) => {
    const drafts: InstrumentDraft[] = [];
    for (const row of await tx.surveyInstrumentDraft.findMany({ where, orderBy: { id: "asc" } }))
      drafts.push(await openDraft(actor, tx, row));
    return drafts;
  });
}

async function openDraft(actor: Actor, tx: Transaction, row: SurveyInstrumentDraft): Promise<InstrumentDraft> {
  const { id, version, sealed } = row;
  return { id, version, content: JSON.parse(await openTeamLetter(actor, tx, DRAFT, row, sealed)) };
}

/**
 * Changes a draft as it stands in this moment; a form that is sent twice changes it once.
 * @param change what becomes of it, or why nothing does
 */
export function changeInstrumentDraft(
  actor: Actor,
  id: string,
  change: (draft: InstrumentDraft) => Result<Json>,
): Promise<Result<{ version: number }>> {
  return recorded(actor, async (tx, record) => {
    if (!may(actor, "wave.write")) return refuse(NO_WAVE);
    const row = await tx.surveyInstrumentDraft.findUnique({ where: { id } });
    if (!row) return refuse(NO_WAVE);
    const changed = change(await openDraft(actor, tx, row));
    if (!changed.ok) return changed;
    const { keyVersion, seal } = await lettersTo(tx, row.teamId);
    const version = row.version + 1;
    const data = { version, keyVersion, sealed: seal(DRAFT, id, JSON.stringify(changed.value)) };
    const { count } = await tx.surveyInstrumentDraft.updateMany({ where: { id, version: row.version }, data });
    if (count === 0) return refuse(WAVE_CHANGED);
    await record({ action: "instrument.changed", subjectId: id });
    return ok({ version });
  });
}

/**
 * Publishes a draft and lets go of it, together or not at all.
 * @param ready what is published, made of the draft and of everything that was published before; or why it is not
 */
export function publishInstrumentDraft(
  actor: Actor,
  id: string,
  ready: (draft: InstrumentDraft, published: readonly PublishedInstrument[]) => Result<Json>,
): Promise<Result<{ digest: string }>> {
  return recorded(actor, async (tx, record) => {
    if (!may(actor, "wave.write")) return refuse(NO_WAVE);
    const row = await tx.surveyInstrumentDraft.findUnique({ where: { id } });
    if (!row) return refuse(NO_WAVE);
    const content = ready(await openDraft(actor, tx, row), await publishedIn(tx));
    if (!content.ok) return content;
    const { count } = await tx.surveyInstrumentDraft.deleteMany({ where: { id, version: row.version } });
    if (count === 0) return refuse(WAVE_CHANGED);
    return ok(await publishIn(tx, record, content.value));
  });
}

/** Nothing of it stays; a version that was published from it does. */
export function discardInstrumentDraft(
  actor: Actor,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    if (!may(actor, "wave.write")) return refuse(NO_INSTRUMENT);
    const { count } = await tx.surveyInstrumentDraft.deleteMany({ where: { id, version } });
    if (count === 0) return refuse(WAVE_CHANGED);
    await record({ action: "instrument.discarded", subjectId: id });
    return ok(null);
  });
}
