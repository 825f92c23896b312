import { guardedResource } from "#app/access/guard.server.ts";
import { remindersFile } from "#app/features/surveys/waves/reminders.server.ts";
import { waveParams } from "#app/features/surveys/waves/wave-params.ts";

/** Names and texts for a program that writes letters. */
export const loader = guardedResource({ may: "wave-panel.read", params: waveParams }, ({ actor, params: { waveId } }) =>
  remindersFile(actor, waveId),
);
