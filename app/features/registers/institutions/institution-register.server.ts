import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openGroup, openGroupVersion } from "#app/features/keyring/group-keys.server.ts";
import type { InstitutionId } from "#app/kernel/id.ts";
import type { Bytes } from "#app/platform/crypto/bytes.server.ts";
import { openTextField, sealField } from "#app/platform/crypto/fields.server.ts";
import { type Secret, withSubkey } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { Institution, Register, RegisterEntry } from "./institution.ts";

const PURPOSE = "institutions";
const place = (rowId: string) => ({ table: "institutions", column: "sealed", rowId });

/**
 * Under a subkey of the register's private key, not to its public one: whoever can write to the database must not be
 * able to add an institution or to rename one.
 */
export async function sealInstitution(
  actor: Actor,
  tx: Transaction,
  id: InstitutionId,
  institution: Institution,
): Promise<{ readonly sealed: Bytes; readonly keyVersion: number }> {
  const { privateKey, version } = await openGroup(actor, tx, "register");
  const sealed = withSubkey(privateKey, PURPOSE, (key) => sealField(key, place(id), JSON.stringify(institution)));
  return { sealed, keyVersion: version };
}

/** The whole register, opened. @throws KeyNotHeld */
export async function openRegister(actor: Actor, tx: Transaction): Promise<Register> {
  const rows = await tx.institution.findMany();
  const keys = new Map<number, Secret>();
  for (const version of new Set(rows.map(({ keyVersion }) => keyVersion)))
    keys.set(version, (await openGroupVersion(actor, tx, "register", version)).privateKey);
  const register = new Map<string, RegisterEntry>();
  for (const [keyVersion, key] of keys)
    withSubkey(key, PURPOSE, (subkey) => {
      for (const { id, version, sealed } of rows.filter((row) => row.keyVersion === keyVersion)) {
        const institution = JSON.parse(openTextField(subkey, place(id), sealed)) as Institution;
        // An entry from before anybody could be asked says nothing of it.
        register.set(id, { ...institution, reply: institution.reply ?? null, id: id as InstitutionId, version });
      }
    });
  return register;
}

export function readRegister(actor: Actor): Promise<Register> {
  return withActor(actor, (tx) => openRegister(actor, tx));
}
