import { wipe } from "#app/platform/crypto/secret.server.ts";

/*
 * Answers that somebody has opened, for as long as that sitting lasts. In the memory of this process alone, outside of
 * the heap so that it can be wiped, and for the session that opened them: whoever else reads opens them again, and that
 * is recorded again.
 */

interface Held {
  readonly sessionId: string;
  readonly waveId: string;
  readonly text: Uint8Array<ArrayBuffer>;
  usedAt: number;
}

/** As with other opened data: the time after which an idle session ends. */
export const HELD_IDLE_MS = 30 * 60 * 1000;
/** Two surveys are compared at most; what is older is opened again with one press. */
const MOST_HELD_EACH = 4;

// One per process, shared by whatever copies of this module a bundler makes.
const HOME = Symbol.for("thaw.held-results");
const home = globalThis as { [HOME]?: Held[] };
const all = (): Held[] => (home[HOME] ??= []);

/** Keeps what was opened; what the session held of the same survey is wiped. */
export function holdResults(sessionId: string, waveId: string, text: string, now: number): void {
  letGo((one) => one.sessionId === sessionId && one.waveId === waveId);
  all().push({ sessionId, waveId, text: new TextEncoder().encode(text), usedAt: now });
  const own = all()
    .filter((one) => one.sessionId === sessionId)
    .sort((one, other) => other.usedAt - one.usedAt);
  const surplus = new Set(own.slice(MOST_HELD_EACH));
  letGo((one) => surplus.has(one));
}

/** @returns what this session has opened of the survey, or null where it has not, or too long ago */
export function heldResults(sessionId: string, waveId: string, now: number): string | null {
  sweepResults(now);
  const held = all().find((one) => one.sessionId === sessionId && one.waveId === waveId);
  if (!held) return null;
  held.usedAt = now;
  return new TextDecoder().decode(held.text);
}

/** The sessions that something is held for. */
export const holdersOfResults = (): string[] => [...new Set(all().map(({ sessionId }) => sessionId))];

/** At sign-out, and wherever else a session ends. */
export function releaseResults(sessionId: string): void {
  letGo((one) => one.sessionId === sessionId);
}

/** Ends what was not used for half an hour. Called every minute, and before each use. */
export function sweepResults(now: number): void {
  letGo(({ usedAt }) => now - usedAt >= HELD_IDLE_MS);
}

function letGo(isOver: (held: Held) => boolean): void {
  for (const held of all().filter(isOver)) wipe(held.text);
  home[HOME] = all().filter((held) => !isOver(held));
}
