import type { Json } from "#app/kernel/json.ts";
import { randomToken } from "#app/platform/crypto/random.server.ts";
import type { OpenSession } from "./session.server.ts";
import { onShelf, putOnShelf } from "./shelf.server.ts";

type Views = Readonly<Record<string, Json>>;

/** As many as somebody has open in other tabs; the oldest goes first. */
const MOST_KEPT = 8;
const NAME_LENGTH = 12;

/**
 * Keeps what a list is filtered by and what must not stand in an address, such as a person or an institution's place:
 * sealed in the session's row, and named by something random that means nothing to anybody else.
 * @returns the name, for `?view=`
 */
export async function keepView(session: OpenSession, content: Json): Promise<string> {
  const name = randomToken().slice(0, NAME_LENGTH);
  const kept = Object.entries(onShelf<Views>(session, "views") ?? {}).slice(1 - MOST_KEPT);
  await putOnShelf(session, "views", Object.fromEntries([...kept, [name, content]]));
  return name;
}

/** @returns what was kept under the name in this session, or null */
export function findView<T>(session: OpenSession, name: string | null): T | null {
  const views = onShelf<Views>(session, "views") ?? {};
  return name !== null && Object.hasOwn(views, name) ? (views[name] as T) : null;
}
