import type { Actor } from "#app/access/actor.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { onWave } from "./at-wave.server.ts";
import { closingFault, closingMove } from "./wave-closing.ts";
import type { ClosingForm } from "./wave-forms.ts";
import { SECOND_PERSON, WAVE_CHANGED } from "./wave-refusals.ts";
import { recordOf, rewriteWave } from "./wave-rows.server.ts";

/**
 * Moves the last day of a survey that is approved or open. How long drafts, codes, panel and answers are kept is counted
 * from it, and so moves along; respondents see the new day on their next page.
 * @returns whether it has moved; false where a second person has to agree
 */
export function moveClosing(
  actor: Actor,
  id: WaveId,
  { version, closesOn }: ClosingForm,
): Promise<Result<{ hasMoved: boolean }>> {
  const doing = { id, version, act: "move-closing", permission: "wave.approve" } as const;
  return onWave<{ hasMoved: boolean }>(actor, doing, async ({ tx, wave, today, record }) => {
    const fault = closingFault(wave.facts, closesOn, today);
    if (fault) return refuse({ kind: "invalid", code: "form.invalid", fields: { closesOn: fault } });
    const move = closingMove(wave.facts, wave.moving ?? null, closesOn, actor.userId);
    if (move === "is-mine") return refuse(SECOND_PERSON);
    const before = wave.facts.closesOn;
    if (move === "waits") {
      const moving = { by: actor.userId, on: today, closesOn };
      if (!(await rewriteWave(tx, wave, { record: { ...recordOf(wave), moving } }))) return refuse(WAVE_CHANGED);
      await record({ action: "wave.closing-wished", subjectId: id, sealed: { before, closesOn } });
      return ok({ hasMoved: false });
    }
    const facts = { ...wave.facts, closesOn };
    const moved = { ...recordOf(wave), facts, moving: null };
    if (!(await rewriteWave(tx, wave, { record: moved, isApproved: true }))) return refuse(WAVE_CHANGED);
    await record({ action: "wave.closing-moved", subjectId: id, sealed: { before, closesOn } });
    return ok({ hasMoved: true });
  });
}
