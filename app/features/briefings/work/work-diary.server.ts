import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import {
  furtherStep,
  type KeptWork,
  type WorkEnd,
  type WorkKind,
  type WorkStep,
} from "#app/features/briefings/briefing-work.ts";
import type { Refusal } from "#app/kernel/refusal.ts";
import type { Result } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { Attended } from "#app/platform/long-work/attended.ts";
import { stopWork, type WorkBroken } from "#app/platform/long-work/long-works.server.ts";
import { advanceWork, endWork, type WrittenWork } from "./briefing-work-rows.server.ts";

/** What a work says of itself in its row, for whoever looks at it from wherever. */
export interface Diary {
  /** Runs it and writes down its steps and its end. @throws what it throws, after that is written down */
  keep(signal: AbortSignal, run: (attended: Attended<WorkStep>) => Promise<Result<unknown>>): Promise<void>;
  beat(): Promise<void>;
}

const OUT_OF_TIME: Record<WorkKind, Refusal> = {
  compute: { kind: "conflict", code: "briefing.tables-out-of-time" },
  release: { kind: "conflict", code: "briefing.work-out-of-time" },
};

export function diaryOf(actor: Actor, written: WrittenWork): Diary {
  const { id } = written.work;
  let last = written;
  let step: WorkStep = written.work.step;
  let isFinishing = false;

  const write = (change: Partial<KeptWork>) =>
    withActor(actor, async (tx) => {
      const next = await advanceWork(actor, tx, last, { step, ...change });
      if (next) last = next;
      return next !== null;
    });
  const beat = async () => {
    if (isFinishing || (await write({ beatAt: now().getTime() })) || isFinishing) return;
    // The row has gone: somebody stopped it, or its session has ended, perhaps in another process.
    stopWork(id);
  };
  const end = async (came: WorkEnd) => void (await write({ end: came }));

  async function broken({ why }: WorkBroken): Promise<void> {
    if (why === "out-of-time") await end({ kind: "refused", refusal: OUT_OF_TIME[written.work.kind] });
    // Nobody needs to wait until the silence is long enough.
    if (why === "shutting-down") await write({ beatAt: 0 });
  }

  return {
    beat,
    async keep(signal, run) {
      const attended: Attended<WorkStep> = {
        signal,
        tell(next) {
          step = furtherStep(written.work.kind, step, next);
        },
        mayFinish(tx: Transaction) {
          isFinishing = true;
          return signal.aborted ? Promise.resolve(false) : endWork(actor, tx, { ...last.work, step });
        },
      };
      try {
        const came = await run(attended);
        if (!came.ok && !signal.aborted) await end({ kind: "refused", refusal: came.refusal });
        if (!came.ok && signal.aborted) await broken(signal.reason);
      } catch (error) {
        if (signal.aborted) return broken(signal.reason);
        await end({ kind: "failed" });
        throw error;
      }
    },
  };
}
