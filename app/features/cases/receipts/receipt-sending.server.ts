import type { Actor } from "#app/access/actor.ts";
import type { OpenSession } from "#app/access/session.server.ts";
import { type Sending, submitDraft } from "#app/features/cases/reporting/submit-commands.server.ts";
import type { CaseId, DraftId } from "#app/kernel/id.ts";
import type { Result } from "#app/kernel/result.ts";
import { keepWords, prepareWords } from "./receipt-words.server.ts";

/**
 * Sends a draft in whoever's name it is. A receipt that has no words yet gets them with it, both or neither: what is sent
 * can be come back to, and a queue that is full is told before anything is sent.
 */
export async function sendByReceipt(
  actor: Actor,
  session: OpenSession,
  draftId: DraftId,
  how: Omit<Sending, "alongside"> = {},
): Promise<Result<{ caseId: CaseId }>> {
  if (actor.role !== "receipt") return submitDraft(actor, draftId, how);
  const prepared = await prepareWords(actor, session);
  if (!prepared.ok) return prepared;
  const shown = prepared.value;
  const alongside = shown ? { alongside: (tx: Parameters<typeof keepWords>[1]) => keepWords(actor, tx, shown) } : {};
  return submitDraft(actor, draftId, { ...how, ...alongside });
}
