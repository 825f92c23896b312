import { withActor } from "#app/access/with-actor.server.ts";
import { openNotesKey } from "#app/features/cases/case-keys.server.ts";
import type { RecordPart } from "#app/features/cases/records/record-queries.server.ts";
import { openCaseTasks } from "./task-rows.server.ts";

/** What the team still has to do, in a record that leaves: it lies under the notes key, so only where notes were asked for. */
export const tasksRecord: RecordPart = async (actor, { id }, { t, formats }, withNotes) => {
  if (!withNotes) return [];
  const tasks = await withActor(actor, async (tx) => openCaseTasks(tx, id, await openNotesKey(actor, tx, id)));
  const lines = tasks.map(({ text, kind, dueOn }) => ({
    label: [t(`tasks.kind.${kind}`), ...(dueOn ? [formats.date(dueOn)] : [])].join(" · "),
    typed: text,
  }));
  return [{ title: t("tasks.case.heading"), lines }];
};
