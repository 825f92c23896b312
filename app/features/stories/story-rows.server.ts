import { holdCases } from "#app/features/audit/case-history.server.ts";
import type { StoryId } from "#app/kernel/id.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { KeptStory, StoryRecord } from "./story.ts";
import { notesSeal, recordSeal, type StoryNotes, sealStoryLetter } from "./story-seals.server.ts";

/** Named, because a reporter may not read the team's part. */
const SHARED = { id: true, version: true, sealedRecord: true } as const;

/** Asking, answering and lowering a consent come one after the other: whoever comes second sees what the first did. */
export async function lockStories(tx: Transaction, caseId: string): Promise<void> {
  await holdCases(tx, [caseId]);
}

/** The stories of a case, latest first. */
export async function openStories(tx: Transaction, caseId: string, caseKey: Secret): Promise<KeptStory[]> {
  const rows = await tx.story.findMany({ where: { caseId }, select: SHARED });
  return rows
    .map((row) => opened(row, caseKey))
    .sort((a, b) => b.madeOn.localeCompare(a.madeOn) || a.id.localeCompare(b.id));
}

export async function findStory(
  tx: Transaction,
  caseId: string,
  id: string,
  caseKey: Secret,
): Promise<KeptStory | null> {
  const row = await tx.story.findUnique({ where: { id, caseId }, select: SHARED });
  return row && opened(row, caseKey);
}

function opened(
  { id, version, sealedRecord }: { readonly id: string; readonly version: number; readonly sealedRecord: Uint8Array },
  caseKey: Secret,
): KeptStory {
  return { id: id as StoryId, version, ...recordSeal.open(caseKey, id, sealedRecord) };
}

export async function readStoryNotes(tx: Transaction, id: string, notesKey: Secret): Promise<StoryNotes> {
  const { sealed } = await tx.story.findUniqueOrThrow({ where: { id }, select: { sealed: true } });
  return notesSeal.open(notesKey, id, sealed);
}

/** The record alone, as it is sealed. */
export function recordOf({ id: _, version: __, ...record }: KeptStory): StoryRecord {
  return record;
}

/** What every version of a story is written with: the record, and the letter that says what of it may be printed. */
export async function storyRow(
  tx: Transaction,
  { id, version }: { readonly id: string; readonly version: number },
  caseKey: Secret,
  record: StoryRecord,
) {
  const { content, hash, state, approved, unit } = record;
  const isPrintable = state === "approved" && content !== null && approved?.hash === hash;
  const letter = await sealStoryLetter(tx, { id, version }, isPrintable ? { content, hash, unit } : null);
  return { version, sealedRecord: recordSeal.seal(caseKey, id, record), ...letter };
}

/** @returns whether the row was still as it was read: of two people who do something at once one is told so */
export async function rewriteStory(
  tx: Transaction,
  { id, version }: Pick<KeptStory, "id" | "version">,
  caseKey: Secret,
  record: StoryRecord,
  notes?: { readonly key: Secret; readonly value: StoryNotes },
): Promise<boolean> {
  const data = {
    ...(await storyRow(tx, { id, version: version + 1 }, caseKey, record)),
    ...(notes && { sealed: notesSeal.seal(notes.key, id, notes.value) }),
  };
  const { count } = await tx.story.updateMany({ where: { id, version }, data });
  return count === 1;
}
