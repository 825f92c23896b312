import { inSessionContext } from "#app/access/session.server.ts";
import { fromBase64Url } from "#app/platform/crypto/bytes.server.ts";
import { INSTALLATION, type Installation } from "#app/platform/installation.server.ts";

/** The one salt of all receipts, made on the first day. Nobody is known yet when it is needed, so none can have their own. */
export async function readReceiptSalt(): Promise<Uint8Array> {
  const row = await inSessionContext((tx) => tx.setting.findUniqueOrThrow({ where: { key: INSTALLATION } }));
  return fromBase64Url((row.value as unknown as Installation).receiptSalt);
}
