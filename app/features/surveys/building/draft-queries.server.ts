import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { findInstrumentDraft } from "#app/features/surveys/waves/instrument-drafts.server.ts";
import { type DraftContent, draftContentOf } from "./draft-content.ts";

/** A questionnaire that is being written, as it stands now. */
export interface BuiltDraft extends DraftContent {
  readonly id: string;
  readonly version: number;
}

/** @returns null for none, for one of another team, and for what this product has not written */
export async function findBuilt(actor: Actor, id: string): Promise<BuiltDraft | null> {
  const draft = await findInstrumentDraft(actor, id);
  const content = draft && draftContentOf(draft.content);
  return content && { ...content, id, version: draft.version };
}

/** @throws Response the page of what is not there */
export async function readBuilt(actor: Actor, id: string): Promise<BuiltDraft> {
  const found = await findBuilt(actor, id);
  if (!found) throw notFound();
  return found;
}
