import { base64UrlOf } from "#app/platform/crypto/bytes.server.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import { vouchingId } from "#app/platform/crypto/vouching-id.server.ts";
import { sealWrap } from "#app/platform/crypto/wraps.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";
import { type Recipient, wrapContext } from "./wrap-context.ts";

/** Whoever a secret can be sealed to, with the public key to do it. */
export interface RecipientKey extends Recipient {
  readonly publicKey: Uint8Array;
}

interface WrapFacts {
  readonly objectKind: string;
  readonly objectId: string;
  readonly objectVersion: number;
  readonly recipientKind: string;
  readonly recipientId: string;
  readonly recipientVersion: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** An object's key, sealed to one recipient, as the row that keeps it. */
export function wrapRow(
  objectKind: string,
  objectId: string,
  objectVersion: number,
  secret: Secret,
  recipient: RecipientKey,
): WrapFacts & { id: string } {
  const { kind: recipientKind, id: recipientId, version: recipientVersion, publicKey } = recipient;
  const sealed = sealWrap(publicKey, wrapContext(objectKind, objectId, objectVersion, recipient), secret);
  const facts = { objectKind, objectId, objectVersion, recipientKind, recipientId, recipientVersion, sealed };
  return { ...facts, id: wrapIdFor(facts) };
}

/**
 * Whether the product itself sealed this. Anyone can seal a key of their own to a public one and put it in the place of a
 * case's: what people write there from then on would be theirs to read. Such a row counts as not there.
 */
export function isGenuineWrap(row: WrapFacts & { readonly id: string }): boolean {
  return row.id === wrapIdFor(row);
}

function wrapIdFor(facts: WrapFacts): string {
  const object = [facts.objectKind, facts.objectId, String(facts.objectVersion)];
  const recipient = [facts.recipientKind, facts.recipientId, String(facts.recipientVersion)];
  return vouchingId(directoryKey(), "wrap", ...object, ...recipient, base64UrlOf(facts.sealed));
}
