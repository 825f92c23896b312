import { sealedPart } from "#app/features/cases/case-seals.server.ts";
import type { Message } from "./message.ts";
import type { MessageStanding } from "./message-standing.ts";

/** Bound to the case by its key and to the row by its id: a message opens nowhere else. */
export const messageSeal = sealedPart<Message>("messages", "sealed", "message");
export const standingSeal = sealedPart<MessageStanding>("message_standings", "sealed", "message-standing");
