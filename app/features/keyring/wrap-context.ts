import type { GroupName } from "./group-name.ts";

/** Whom a secret is sealed to: a person's own key, a group's, or a receipt's, at a version. */
export interface Recipient {
  readonly kind: "user" | "group" | "receipt";
  readonly id: string;
  readonly version: number;
}

export function recipientName({ kind, id }: Recipient): string {
  return `${kind}/${id}`;
}

/** What the private part of a group's key is bound to when it is wrapped. */
export function groupWrapContext(name: GroupName, version: number, recipient: Recipient) {
  return wrapContext("group", name, version, recipient);
}

/** The private part of the version before, sealed to this one. */
export function previousContext(name: GroupName, version: number) {
  return wrapContext("previous", name, version - 1, { kind: "group", id: name, version });
}

/** What the secret of one object (a case, its notes, an organisation's profile) is bound to. */
export function wrapContext(kind: string, objectId: string, objectVersion: number, recipient: Recipient) {
  return { kind, objectId, objectVersion, recipient: recipientName(recipient), recipientVersion: recipient.version };
}
