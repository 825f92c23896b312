import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { openQuestion, sideOf } from "./message.ts";
import type { ConversationBrief, ConversationData, ReadMessage } from "./message-page.ts";
import { type Conversation, findConversation } from "./message-queries.server.ts";
import type { KeptMessage } from "./message-rows.server.ts";
import { hasUnread, isUnread } from "./message-standing.ts";

/** @throws Response the page of what is not there */
export async function readConversation(actor: Actor, caseId: CaseId): Promise<ConversationData> {
  const found = await opened(actor, caseId);
  const { reference, status, messages, standing, language, readers, closed } = found;
  return {
    caseId,
    reference,
    messages: messages.map((message) => readBy(actor, message, found)),
    seenAt: messages.at(-1)?.at ?? null,
    hasUnread: hasUnread(standing, sideOf(actor.role)),
    isAsked: status === "needs_clarification",
    closed,
    language,
    team: readers.team,
    hasLead: readers.hasLead,
  };
}

/** @throws Response as `readConversation` */
export async function readConversationBrief(actor: Actor, caseId: CaseId): Promise<ConversationBrief> {
  const found = await opened(actor, caseId);
  const question = openQuestion(found.status, found.messages);
  return {
    caseId,
    count: found.messages.length,
    hasUnread: hasUnread(found.standing, sideOf(actor.role)),
    question: question && readBy(actor, question, found),
    closed: found.closed,
  };
}

async function opened(actor: Actor, caseId: CaseId): Promise<Conversation> {
  const found = await findConversation(actor, caseId);
  if (!found) throw notFound();
  return found;
}

function readBy({ role }: Actor, message: KeptMessage, { standing }: Conversation): ReadMessage {
  const { id, by, at, text, asks, files } = message;
  const side = sideOf(role);
  return { id, by, at, text, asks, files, isOwn: sideOf(by) === side, isNew: isUnread(message, standing, side) };
}
