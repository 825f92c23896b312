import { keyPairFrom, newSecret } from "#app/platform/crypto/secret.server.ts";
import type { Actor } from "./actor.ts";
import { openChest } from "./key-chest.server.ts";

/**
 * The same person for work that goes on when the request has been answered, with a chest of its own: the request's is
 * wiped with its answer. The key lies in locked memory and nowhere else, until `keys.wipe()`, which whoever asked for
 * it calls at the end, whatever that is. What the person sent is answered by then, so no form stands behind its commands.
 */
export function keptActor(actor: Actor): Actor {
  const { user, userKeyVersion } = actor.keys;
  const privateKey = newSecret(user.privateKey.length);
  privateKey.set(user.privateKey);
  return { ...actor, keys: openChest(keyPairFrom(privateKey), userKeyVersion), submission: null };
}
