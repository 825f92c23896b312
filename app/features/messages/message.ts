import { type ActingRole, roleInCase } from "#app/access/roles.ts";
import type { Locale } from "#app/i18n/locales.ts";

/** Characters; the gate takes no longer field either. */
export const MESSAGE_MAX = 20_000;

/** A conversation has two sides. Coordinators and lead are one: whoever of them reads has read it for the team. */
export const MESSAGE_SIDES = ["reporter", "team"] as const;
export type MessageSide = (typeof MESSAGE_SIDES)[number];

/** Who wrote: a role, never a name. */
export const MESSAGE_AUTHORS = ["reporter", "intake", "lead"] as const;
export type MessageAuthor = (typeof MESSAGE_AUTHORS)[number];

/** What lies sealed in a message's row: all of it. */
export interface Message {
  readonly text: string;
  readonly by: MessageAuthor;
  /** ISO instant */
  readonly at: string;
  /** the case waits for the answer */
  readonly asks: boolean;
  /** of the pages that a reporter read when writing; null from the team */
  readonly language: Locale | null;
  /** ids of files of the same case that it is about */
  readonly files: readonly string[];
}

export function sideOf(role: ActingRole | MessageAuthor): MessageSide {
  return roleInCase(role) === "reporter" ? "reporter" : "team";
}

/** @throws TypeError for a role that takes part in no conversation, which only a bug can cause */
export function authorOf(role: ActingRole): MessageAuthor {
  const author = MESSAGE_AUTHORS.find((one) => one === roleInCase(role));
  if (!author) throw new TypeError("this role writes no messages");
  return author;
}

/** The question that waits for an answer: the last one the team has asked. Only a case that needs clarification has one. */
export function openQuestion<Asked extends Pick<Message, "asks">>(
  status: string,
  messages: readonly Asked[],
): Asked | null {
  if (status !== "needs_clarification") return null;
  return messages.findLast(({ asks }) => asks) ?? null;
}

/** The language to write to an organisation in: that of its last message, else of its report; null where nobody knows. */
export function languageOf(messages: readonly Pick<Message, "language">[], ofReport: Locale | null): Locale | null {
  return messages.findLast(({ language }) => language !== null)?.language ?? ofReport;
}
