import { inSessionContext, type OpenSession, startSession } from "#app/access/session.server.ts";
import { onShelf } from "#app/access/shelf.server.ts";
import type { AnswerTicket } from "#app/features/surveys/waves/respondent-commands.server.ts";
import { now } from "#app/platform/clock.server.ts";

/**
 * A session of its own for somebody who answers: under a new token, and of nobody. What opens the answers lies in its
 * sealed part and nowhere else.
 * @param words  where they are new and still have to be shown
 */
export function startAnswering(ticket: AnswerTicket, words: string | null): Promise<OpenSession> {
  const at = now().getTime();
  const { code, secret } = ticket;
  const shelf = { "survey-ticket": { code, secret }, ...(words !== null && { "survey-words": words }) };
  const begun = { stage: "answering", userId: null, hatId: null, startedAt: at, seenAt: at } as const;
  return inSessionContext((tx) => startSession(tx, { ...begun, reauthenticatedAt: null, shelf }, null));
}

/** @returns null for a session that answers nothing, or does so no longer */
export const ticketOf = (session: OpenSession): AnswerTicket | null =>
  session.content.stage === "answering" ? onShelf<AnswerTicket>(session, "survey-ticket") : null;

/** Shown until somebody says that they have written them down. */
export const wordsToShow = (session: OpenSession): string | null => onShelf<string>(session, "survey-words");
