import type { Bytes } from "#app/platform/crypto/bytes.server.ts";
import { openTextField, sealField } from "#app/platform/crypto/fields.server.ts";
import { type Secret, withSubkey } from "#app/platform/crypto/secret.server.ts";

const PURPOSE = "second-factor";

/** The authenticator's secret and the last time step it was used for: each code opens once. */
export interface SecondFactor {
  readonly secret: string;
  readonly lastStep: number;
}

/** Under the person's own key: the server alone cannot make a code. */
export function sealSecondFactor(privateKey: Secret, userId: string, factor: SecondFactor): Bytes {
  return withSubkey(privateKey, PURPOSE, (key) => sealField(key, place(userId), JSON.stringify(factor)));
}

/** @throws SealBroken where key, person or bytes are not those of the sealing */
export function openSecondFactor(privateKey: Secret, userId: string, sealed: Uint8Array): SecondFactor {
  return withSubkey(
    privateKey,
    PURPOSE,
    (key) => JSON.parse(openTextField(key, place(userId), sealed)) as SecondFactor,
  );
}

function place(rowId: string) {
  return { table: "users", column: "sealed_second_factor", rowId };
}
