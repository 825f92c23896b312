import type { Locale } from "#app/i18n/locales.ts";
import type { MessageAuthor } from "./message.ts";
import type { ClosedCode } from "./message-openness.ts";

/** A conversation as one of its sides reads it. */
export interface ConversationData {
  readonly caseId: string;
  readonly reference: string;
  /** oldest first */
  readonly messages: readonly ReadMessage[];
  /** instant of the last message shown: what its reader has seen when pressing a button; null: there is none */
  readonly seenAt: string | null;
  readonly hasUnread: boolean;
  /** a question waits for the reporter's answer */
  readonly isAsked: boolean;
  readonly closed: ClosedCode | null;
  readonly language: Locale | null;
  readonly team: string;
  readonly hasLead: boolean;
}

export interface ReadMessage {
  readonly id: string;
  readonly by: MessageAuthor;
  /** ISO instant */
  readonly at: string;
  readonly text: string;
  readonly asks: boolean;
  readonly isOwn: boolean;
  readonly isNew: boolean;
  readonly files: readonly string[];
}

/** As much of a conversation as the page of its case tells. */
export interface ConversationBrief {
  readonly caseId: string;
  readonly count: number;
  readonly hasUnread: boolean;
  /** what the reporter is asked and has not answered */
  readonly question: ReadMessage | null;
  readonly closed: ClosedCode | null;
}
