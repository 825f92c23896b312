import { withActor } from "#app/access/with-actor.server.ts";
import { openCaseKey } from "#app/features/cases/case-keys.server.ts";
import type { RecordPart } from "#app/features/cases/records/record-queries.server.ts";
import { readMessages } from "./message-rows.server.ts";

/** What both sides wrote, in the record of a case that leaves. */
export const messagesRecord: RecordPart = async (actor, { id }, { t, formats }) => {
  const messages = await withActor(actor, async (tx) => readMessages(tx, id, await openCaseKey(actor, tx, id)));
  const lines = messages.map(({ by, at, text }) => ({
    label: `${formats.dateTime(new Date(at))} · ${t(`casework.by.${by}`)}`,
    typed: text,
  }));
  return [{ title: t("messages.heading"), lines }];
};
