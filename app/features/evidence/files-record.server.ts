import type { RecordPart } from "#app/features/cases/records/record-queries.server.ts";
import { findFiles } from "./evidence-queries.server.ts";

/** Which files back a case, in a record that leaves: named by their hash, and never inside. */
export const filesRecord: RecordPart = async (actor, { id }, { t, formats }) => {
  const found = await findFiles(actor, id);
  const lines = (found?.files ?? []).flatMap(({ record: { name, sizeBytes, sha256, receivedAt } }) => [
    { label: formats.date(receivedAt.slice(0, 10)), typed: name },
    { label: t("evidence.column.sha"), words: `${sha256} (${formats.bytes(sizeBytes)})` },
  ]);
  return [{ title: t("evidence.heading"), lines }];
};
