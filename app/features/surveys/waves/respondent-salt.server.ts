import { withRespondent } from "#app/access/with-respondent.server.ts";
import { fromBase64Url } from "#app/platform/crypto/bytes.server.ts";
import { INSTALLATION, type Installation } from "#app/platform/installation.server.ts";

/** The installation's one salt for what people type of whom nothing is known yet. */
export async function respondentSalt(): Promise<Uint8Array> {
  const row = await withRespondent({}, (tx) => tx.setting.findUniqueOrThrow({ where: { key: INSTALLATION } }));
  return fromBase64Url((row.value as unknown as Installation).receiptSalt);
}
