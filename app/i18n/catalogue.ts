import type { MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import type { slices } from "./slices.ts";

/** Every slice of messages with the shape of its English file. */
export type Slices = typeof slices;
export type SliceName = keyof Slices;

type Join<Prefix extends string, Key> = Key extends string ? `${Prefix}.${Key}` : never;
type Paths<Tree, Prefix extends string> = {
  [Key in keyof Tree]: Tree[Key] extends string ? Join<Prefix, Key> : Paths<Tree[Key], Join<Prefix, Key>>;
}[keyof Tree];

/** `"<slice>.<path>"` of a message that exists in English: a wrong key does not compile. */
export type MessageKey = { [Name in SliceName]: Paths<Slices[Name], Name> }[SliceName];

/** A message is ICU text, or, on its way to a browser, the same already parsed, so that no parser has to travel. */
export type Message = string | readonly MessageFormatElement[];
export interface MessageTree {
  readonly [key: string]: Message | MessageTree;
}
export type Messages = Readonly<Partial<Record<string, MessageTree>>>;

/** @returns the message, or null where the catalogue has none under this key. */
export function findMessage(messages: Messages, key: string): Message | null {
  let place: unknown = messages;
  for (const step of key.split(".")) {
    if (typeof place !== "object" || place === null || Array.isArray(place) || !Object.hasOwn(place, step)) return null;
    place = (place as Record<string, unknown>)[step];
  }
  return typeof place === "string" || Array.isArray(place) ? (place as Message) : null;
}
