import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openGroupVersion } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { openMakeup } from "./answer-seals.server.ts";
import type { PanelMakeup } from "./panel-makeup.ts";

/**
 * How many were asked, for whoever holds the wave's key.
 * @returns null where nobody was given a code
 * @throws KeyNotHeld for an analyst who came after the wave was approved
 */
export function readMakeup(actor: Actor, waveId: WaveId): Promise<PanelMakeup | null> {
  return withActor(actor, async (tx) => {
    const row = await tx.surveyMakeup.findUnique({ where: { waveId } });
    if (!row) return null;
    const name = groups.wave(waveId);
    const key = { name, ...(await openGroupVersion(actor, tx, name, row.keyVersion)) };
    return openMakeup(key, { id: waveId, keyVersion: row.keyVersion, sealed: row.sealed });
  });
}
