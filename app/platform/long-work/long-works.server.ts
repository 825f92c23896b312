import { logError } from "#app/platform/log.server.ts";

/** Work that takes longer than a request may. It begins in a request and goes on when that has been answered. */
export interface LongWork {
  readonly id: string;
  /** the session that asked for it: when that ends, the work does */
  readonly sessionId: string;
  /** milliseconds since 1970: when that session ends at the latest */
  readonly until: number;
  /** how long it may take once it has its turn */
  readonly seconds: number;
  /** Writes down by itself what came of it. Waits for its turn before it is called. */
  run(signal: AbortSignal): Promise<void>;
  /** Every second or so while it waits and while it runs. */
  beat(): Promise<void>;
  /** At the end, whatever it was, also where it never ran: keys are wiped here. */
  close(): void;
}

/** Why a work ended before it was done. */
export type Broken = "stopped" | "session-ended" | "out-of-time" | "shutting-down";

/** The reason of the signal of a work that was broken off. */
export class WorkBroken extends Error {
  override readonly name = "WorkBroken";
  constructor(readonly why: Broken) {
    super(why);
  }
}

/** A search takes one thread, a printer two: with more at once each would only take longer. */
const AT_ONCE = 2;
/** Behind them; whoever comes then is told to come again. */
const WAITING = 4;
const BEAT_MS = 3_000;

interface Held {
  readonly work: LongWork;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

interface Works {
  readonly held: Map<string, Held>;
  /** to be called, in their order, when a place is free */
  readonly queue: (() => void)[];
  running: number;
}

// One per process, shared by whatever copies of this module a bundler makes.
const HOME = Symbol.for("thaw.long-works");
const home = globalThis as { [HOME]?: Works };

function works(): Works {
  home[HOME] ??= { held: new Map(), queue: [], running: 0 };
  return home[HOME];
}

/** Whether one more work would be taken. */
export const hasRoomForWork = (): boolean => works().held.size < AT_ONCE + WAITING;

/** Takes the work in hand and comes back at once. @param now milliseconds since 1970 */
export function beginWork(work: LongWork, now: number): void {
  const stop = new AbortController();
  const clock = endingIn(work.until - now, stop, "session-ended");
  const ended = attend(work, stop).finally(() => clearTimeout(clock));
  works().held.set(work.id, { work, stop, ended });
}

/** Ends one work, where it is one of this process. */
export function stopWork(id: string): void {
  works().held.get(id)?.stop.abort(new WorkBroken("stopped"));
}

/** Signing out ends what the session has begun. */
export function stopWorksOf(sessionId: string): void {
  for (const { work, stop } of works().held.values())
    if (work.sessionId === sessionId) stop.abort(new WorkBroken("session-ended"));
}

/** Before the process ends: what is under way is broken off, and waits for nothing. */
export async function stopAllWorks(): Promise<void> {
  for (const { stop } of works().held.values()) stop.abort(new WorkBroken("shutting-down"));
  await worksAtRest();
}

/** Resolves when nothing is under way in this process. */
export async function worksAtRest(): Promise<void> {
  await Promise.all([...works().held.values()].map(({ ended }) => ended));
}

const endingIn = (ms: number, stop: AbortController, why: Broken): NodeJS.Timeout =>
  setTimeout(() => stop.abort(new WorkBroken(why)), Math.max(0, ms)).unref();

async function attend(work: LongWork, stop: AbortController): Promise<void> {
  const { signal } = stop;
  const pulse = beating(work);
  const free = await place(signal);
  const clock = endingIn(work.seconds * 1_000, stop, "out-of-time");
  try {
    if (!signal.aborted) await work.run(signal);
  } catch (error) {
    if (!signal.aborted) logError(error);
  } finally {
    clearTimeout(clock);
    free();
    await pulse.end();
    works().held.delete(work.id);
    work.close();
  }
}

/** One beat after another, never two at once; the end waits for the last one, which may hold keys. */
function beating(work: LongWork): { end(): Promise<void> } {
  let last: Promise<void> | null = null;
  const once = async () => {
    try {
      await work.beat();
    } catch (error) {
      logError(error);
    }
    last = null;
  };
  const timer = setInterval(() => {
    last ??= once();
  }, BEAT_MS).unref();
  return {
    async end() {
      clearInterval(timer);
      await last;
    },
  };
}

/** Waits for a place, unless the work is ended before. @returns what gives the place to the next */
async function place(signal: AbortSignal): Promise<() => void> {
  const all = works();
  const { queue } = all;
  const giveOn = () => {
    const next = queue.shift();
    if (next) next();
    else all.running -= 1;
  };
  if (all.running < AT_ONCE) {
    all.running += 1;
    return giveOn;
  }
  return new Promise((resolve) => {
    const turn = () => resolve(giveOn);
    queue.push(turn);
    const leave = () => {
      const at = queue.indexOf(turn);
      // Whoever has the place already gives it on at the end.
      if (at < 0) return;
      queue.splice(at, 1);
      resolve(() => {});
    };
    signal.addEventListener("abort", leave, { once: true });
  });
}
