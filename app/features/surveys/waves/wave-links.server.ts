import type { Actor } from "#app/access/actor.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { newCode } from "#app/platform/crypto/codes.server.ts";
import { onWave } from "./at-wave.server.ts";
import { linkRow } from "./wave-codes.server.ts";
import { NO_LINK } from "./wave-refusals.ts";

/*
 * The open link of a wave: whoever has it gets a code of their own and may answer. Nothing then holds one organisation to
 * one answer, and each answer says, sealed, that it came so. Only a value of the link is kept, so it is shown when it is made.
 */

/** Makes the link; the one before stops working, and codes that it gave go on. @returns what is shown once */
export function makeWaveLink(actor: Actor, id: WaveId): Promise<Result<{ code: string }>> {
  return onWave<{ code: string }>(actor, { id, act: "make-link" }, async ({ tx, record }) => {
    await tx.surveyLink.updateMany({ where: { waveId: id, state: "open" }, data: { state: "withdrawn" } });
    const code = newCode();
    await tx.surveyLink.createMany({ data: linkRow(code, id) });
    await record({ action: "wave.link-made", subjectId: id });
    return ok({ code });
  });
}

/** From now on nobody begins with it. Whoever has begun goes on. */
export function withdrawWaveLink(actor: Actor, id: WaveId): Promise<Result<null>> {
  return onWave<null>(actor, { id, act: "make-link" }, async ({ tx, record }) => {
    const { count } = await tx.surveyLink.updateMany({
      where: { waveId: id, state: "open" },
      data: { state: "withdrawn" },
    });
    if (count === 0) return refuse(NO_LINK);
    await record({ action: "wave.link-withdrawn", subjectId: id });
    return ok(null);
  });
}
