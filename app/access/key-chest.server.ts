import type { KeyPair, Secret } from "#app/platform/crypto/secret.server.ts";
import { wipe } from "#app/platform/crypto/secret.server.ts";

/**
 * The keys opened in one request. The person's own pair is put in at the door; features add what they unwrap, by name,
 * so that a page of fifty cases unwraps the team's key once. Everything is wiped when the answer has left.
 */
export interface KeyChest {
  readonly user: KeyPair;
  readonly userKeyVersion: number;
  /** The secret kept under `name`, or what `open` gives, which is kept from then on. */
  recall(name: string, open: () => Promise<Secret>): Promise<Secret>;
  wipe(): void;
}

export function openChest(user: KeyPair, userKeyVersion: number): KeyChest {
  const secrets = new Map<string, Promise<Secret>>();
  return {
    user,
    userKeyVersion,
    recall(name, open) {
      const known = secrets.get(name);
      if (known) return known;
      const opened = open();
      secrets.set(name, opened);
      // A failure is not remembered: the next asker may hold a transaction that sees the wrap.
      opened.catch(() => secrets.delete(name));
      return opened;
    },
    wipe() {
      wipe(user.privateKey);
      for (const secret of secrets.values()) secret.then(wipe, () => undefined);
      secrets.clear();
    },
  };
}
