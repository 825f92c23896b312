import type { Actor } from "#app/access/actor.ts";
import type { BlindNaming } from "#app/features/briefings/names/naming.ts";
import { openGroup, openGroupVersion, publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import type { Bytes } from "#app/platform/crypto/bytes.server.ts";
import { openTextField, sealField } from "#app/platform/crypto/fields.server.ts";
import { openTextLetter, sealLetter } from "#app/platform/crypto/letters.server.ts";
import { withSubkey } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { withEverySection } from "./briefing.ts";
import type { CountedFacts, KeptBriefing, KeptComment, KeptTableSet, LedgerRecord } from "./briefing-record.ts";
import type { KeptWork } from "./briefing-work.ts";

/** A sealed cell and the version of the group's key that opens it. */
export interface Sealed {
  readonly sealed: Bytes;
  readonly keyVersion: number;
}

interface SealedRow {
  readonly id: string;
  readonly sealed: Uint8Array;
  readonly keyVersion: number;
}

const PURPOSE = "briefings";

/**
 * What lies under the editorial key: editors, analysts and guardians open it.
 * @param asNow  what was sealed before the form changed, in today's form
 */
function editorialPart<Value>(table: string, asNow: (kept: Value) => Value = (kept) => kept, column = "sealed") {
  const place = (rowId: string) => ({ table, column, rowId });
  return {
    async seal(actor: Actor, tx: Transaction, rowId: string, value: Value): Promise<Sealed> {
      const { privateKey, version } = await openGroup(actor, tx, "editorial");
      const sealed = withSubkey(privateKey, PURPOSE, (key) => sealField(key, place(rowId), JSON.stringify(value)));
      return { sealed, keyVersion: version };
    },
    async open(actor: Actor, tx: Transaction, { id, sealed, keyVersion }: SealedRow): Promise<Value> {
      const { privateKey } = await openGroupVersion(actor, tx, "editorial", keyVersion);
      return withSubkey(privateKey, PURPOSE, (key) =>
        asNow(JSON.parse(openTextField(key, place(id), sealed)) as Value),
      );
    },
  };
}

export const draftSeal = editorialPart<KeptBriefing>("briefings", ({ draft, sent, ...kept }) => ({
  ...kept,
  draft: withEverySection(draft),
  sent: sent.map((one) => ({ ...one, draft: withEverySection(one.draft) })),
}));
export const tablesSeal = editorialPart<KeptTableSet>("table_sets");
export const commentSeal = editorialPart<KeptComment>("briefing_comments");
export const workSeal = editorialPart<KeptWork>("briefing_works");

/** Beside the part under the register's key, which says whom it names. */
export const namingSeal = editorialPart<BlindNaming>("institution_namings", undefined, "sealed_blind");

/** Letters to the ledger key: an analyst can write one and cannot read it back. */
function ledgerLetter<Value>(kind: string) {
  const context = (objectId: string, recipientVersion: number) => ({
    kind,
    objectId,
    objectVersion: 1,
    recipient: "ledger",
    recipientVersion,
  });
  return {
    async seal(tx: Transaction, id: string, value: Value): Promise<Sealed> {
      const { publicKey, version } = await publicKeyOf(tx, "ledger");
      return { sealed: sealLetter(publicKey, context(id, version), JSON.stringify(value)), keyVersion: version };
    },
    async open(actor: Actor, tx: Transaction, { id, sealed, keyVersion }: SealedRow): Promise<Value> {
      const ledger = await openGroupVersion(actor, tx, "ledger", keyVersion);
      return JSON.parse(openTextLetter(ledger, context(id, keyVersion), sealed)) as Value;
    },
  };
}

export const factsLetter = ledgerLetter<CountedFacts>("counted");
export const ledgerEntryLetter = ledgerLetter<LedgerRecord>("ledger-entry");
