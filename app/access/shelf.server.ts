import type { Json } from "#app/kernel/json.ts";
import { inSessionContext, type OpenSession, write } from "./session.server.ts";

/**
 * What a journey puts aside in the sealed session: a code or words that are shown once. On the shelf it survives a
 * reload until the person says that it was written down; it is never in a URL, for a URL stays behind.
 */
export type ShelfName =
  | "code"
  | "new-words"
  | "views"
  | "authenticator"
  | "link"
  | "receipt-words"
  | "survey-ticket"
  | "survey-words";

/** Written at once, in a transaction of its own; what stood there under the name is replaced. */
export async function putOnShelf(session: OpenSession, name: ShelfName, value: Json): Promise<void> {
  await rewrite(session, { ...session.content.shelf, [name]: value });
}

/** @returns what was put there, or null. Looking does not take it away: a page may be opened again by a slow line. */
export function onShelf<T>(session: OpenSession, name: ShelfName): T | null {
  return (session.content.shelf[name] as T | undefined) ?? null;
}

/** Only when the person has said that it was written down. */
export async function clearShelf(session: OpenSession, name: ShelfName): Promise<void> {
  const { [name]: _, ...rest } = session.content.shelf;
  await rewrite(session, rest);
}

async function rewrite(session: OpenSession, shelf: Readonly<Record<string, Json>>): Promise<void> {
  await inSessionContext((tx) => write(tx, { ...session, content: { ...session.content, shelf } }));
}
