import { HANDLE_BIRDS, HANDLE_PLANTS } from "./handle-words.ts";
import { randomBelow, randomPick } from "./random.server.ts";

/**
 * A name for an account that says nothing of its person: plant-bird-number, one of 414,720.
 * Two may meet: the column is unique, and the caller draws again.
 */
export function newHandle(): string {
  return `${randomPick(HANDLE_PLANTS)}-${randomPick(HANDLE_BIRDS)}-${10 + randomBelow(90)}`;
}

/** What was typed at sign-in, in the handle's one form. */
export function foldHandle(typed: string): string {
  const plain = typed
    .slice(0, 100)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Cf}/gu, "")
    .trim();
  return plain.replace(/[\s\p{Pd}_]+/gu, "-");
}
