import { openInto, plainSize, seal } from "./aead.server.ts";
import type { Bytes } from "./bytes.server.ts";
import { ctx } from "./hash.server.ts";
import { type Secret, withSubkey } from "./secret.server.ts";

/** A block at one version: an older block put back in its place does not open under the version the row claims. */
export interface BlockPlace {
  readonly blockId: string;
  readonly blockVersion: number;
}

/** Seals folded facet records under HKDF(analytics private key, `facets`). Records have a fixed size; there is no padding. */
export function sealBlock(analyticsPrivateKey: Secret, place: BlockPlace, records: Uint8Array): Bytes {
  return withSubkey(analyticsPrivateKey, "facets", (key) => seal(key, boundTo(place), records));
}

/** The size of a block's records in bytes, before opening it. @throws SealBroken where it can be none */
export function blockSize(sealed: Uint8Array): number {
  return plainSize(sealed);
}

/** @throws SealBroken where key, place or bytes are not those of the sealing */
export function openBlock(analyticsPrivateKey: Secret, place: BlockPlace, sealed: Uint8Array): Bytes {
  return openBlockInto(analyticsPrivateKey, place, sealed, new Uint8Array(plainSize(sealed)));
}

/** Opens straight into the index. @param into exactly `blockSize` bytes @throws SealBroken as `openBlock` */
export function openBlockInto<Into extends Uint8Array>(
  analyticsPrivateKey: Secret,
  place: BlockPlace,
  sealed: Uint8Array,
  into: Into,
): Into {
  return withSubkey(analyticsPrivateKey, "facets", (key) => openInto(key, boundTo(place), sealed, into));
}

function boundTo({ blockId, blockVersion }: BlockPlace): Bytes {
  return ctx("facets", blockId, blockVersion);
}
