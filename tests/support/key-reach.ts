import { wrapContext } from "#app/features/keyring/wrap-context.ts";
import { type KeyPair, keyPairFrom, lockAway, type Secret } from "#app/platform/crypto/secret.server.ts";
import { openWrap } from "#app/platform/crypto/wraps.server.ts";
import type { Person } from "./world.ts";

/** A row of `wraps`, as it lies in the database. */
export interface WrapRow {
  readonly object_kind: string;
  readonly object_id: string;
  readonly object_version: number;
  readonly recipient_kind: "user" | "group" | "receipt";
  readonly recipient_id: string;
  readonly recipient_version: number;
  readonly sealed: Uint8Array;
}

/**
 * Tries every wrap in the database with a person's key and every key that opens on the way: what that person reaches,
 * whatever pages and policies say.
 * @returns the keys, by kind and id, such as `case:<id>`
 */
export function keysOf(person: Pick<Person, "privateKey">, wraps: readonly WrapRow[]): Map<string, Secret> {
  const keys: KeyPair[] = [keyPairFrom(lockAway(person.privateKey.slice()))];
  const reached = new Map<string, Secret>();
  for (let at = 0; at < keys.length; at += 1) {
    for (const wrap of wraps) {
      const secret = tryOpen(keys[at]!, wrap);
      const name = `${wrap.object_kind}:${wrap.object_id}`;
      if (!secret || reached.has(name)) continue;
      reached.set(name, secret);
      if (wrap.object_kind === "group") keys.push(keyPairFrom(secret));
    }
  }
  return reached;
}

function tryOpen(key: KeyPair, wrap: WrapRow): Secret | null {
  const recipient = { kind: wrap.recipient_kind, id: wrap.recipient_id, version: wrap.recipient_version };
  const context = wrapContext(wrap.object_kind, wrap.object_id, wrap.object_version, recipient);
  try {
    return openWrap(key, context, new Uint8Array(wrap.sealed));
  } catch {
    return null;
  }
}
