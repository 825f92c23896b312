import { lockAway, type Secret } from "#app/platform/crypto/secret.server.ts";

/**
 * The two secrets of the installation. Neither alone nor both together open anything: the pepper makes a stolen dump
 * useless for guessing, the directory key keeps a writer to the database from putting in public keys of their own.
 */
interface InstanceSecrets {
  readonly pepper: Secret;
  readonly directoryKey: Secret;
}

// One per process, shared by whatever copies of this module a bundler makes.
const HOME = Symbol.for("thaw.instance-secrets");
type Home = { [HOME]?: InstanceSecrets };

/** @param pepper,directoryKey 32 bytes each, as base64url */
export function setInstanceSecrets({ pepper, directoryKey }: { pepper: string; directoryKey: string }): void {
  (globalThis as Home)[HOME] = { pepper: decode(pepper), directoryKey: decode(directoryKey) };
}

/** @throws Error before `setInstanceSecrets`, as `directoryKey` does */
export function pepper(): Secret {
  return secrets().pepper;
}

export function directoryKey(): Secret {
  return secrets().directoryKey;
}

function secrets(): InstanceSecrets {
  const set = (globalThis as Home)[HOME];
  if (!set) throw new Error("The installation's secrets were not read: PEPPER and DIRECTORY_KEY.");
  return set;
}

function decode(text: string): Secret {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length !== 32) throw new Error("PEPPER and DIRECTORY_KEY are 32 bytes each, as base64url.");
  return lockAway(bytes);
}
