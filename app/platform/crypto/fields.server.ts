import { openInto, plainSize, seal } from "./aead.server.ts";
import { type Bytes, textOf, utf8 } from "./bytes.server.ts";
import { ctx } from "./hash.server.ts";
import { pad, unpad } from "./padding.server.ts";
import { newSecret, type Secret, wipe } from "./secret.server.ts";

/** Where a sealed value stands. It opens nowhere else, so that no writer to the database can move it. */
export interface FieldPlace {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

/** Seals a text or bytes for one cell of the database; its length is hidden by padding. */
export function sealField(key: Uint8Array, place: FieldPlace, plain: string | Uint8Array): Bytes {
  const padded = pad(typeof plain === "string" ? utf8(plain) : plain);
  const sealed = seal(key, boundTo(place), padded);
  wipe(padded);
  return sealed;
}

/** @throws SealBroken where key, place or bytes are not those of the sealing */
export function openField(key: Uint8Array, place: FieldPlace, sealed: Uint8Array): Bytes {
  return unpad(openInto(key, boundTo(place), sealed, new Uint8Array(plainSize(sealed))));
}

/** @throws SealBroken as `openField` */
export function openTextField(key: Uint8Array, place: FieldPlace, sealed: Uint8Array): string {
  return textOf(openField(key, place, sealed));
}

/** For keys kept in a field, such as a file's: they never touch ordinary memory. @throws SealBroken as `openField` */
export function openSecretField(key: Uint8Array, place: FieldPlace, sealed: Uint8Array): Secret {
  return unpad(openInto(key, boundTo(place), sealed, newSecret(plainSize(sealed))));
}

function boundTo({ table, column, rowId }: FieldPlace): Bytes {
  return ctx("field", table, column, rowId);
}
