import { type FacetIndex, wipeIndex } from "./facet-index.ts";

/** A team's open index and what it was made of. Lives no longer than the sessions that may read it. */
export interface WarmIndex {
  readonly teamId: string;
  /** null until somebody asks */
  index: FacetIndex | null;
  /** the blocks that were read, by id: the number the index knows them by, and the version */
  readonly blocks: Map<string, ReadBlock>;
  blocksSeen: number;
  /** inbox rows that were read and are still there */
  readonly inbox: Set<string>;
  readonly unreadable: Set<string>;
  /** whether a case has left and the records it left behind are not rewritten yet */
  hasErasure: boolean;
  /** who may read it, with the time of the last use in milliseconds */
  readonly sessions: Map<string, number>;
  /** requests at work on it now */
  uses: number;
  turn: Promise<unknown>;
}

export interface ReadBlock {
  readonly number: number;
  readonly version: number;
  readonly records: number;
}

/** After so long without use an index goes, whoever is signed in. Also the time after which an idle session ends. */
export const IDLE_MS = 30 * 60 * 1000;

// One per process, shared by whatever copies of this module a bundler makes.
const HOME = Symbol.for("thaw.facet-indexes");
const home = globalThis as { [HOME]?: Map<string, WarmIndex> };

function indexes(): Map<string, WarmIndex> {
  home[HOME] ??= new Map();
  return home[HOME];
}

/** Lets the team's index stay open in this process while this session is: for sessions that hold the analytics key. */
export function retainIndex(teamId: string, sessionId: string, now: number): WarmIndex {
  const warm = indexes().get(teamId) ?? newWarmIndex(teamId);
  indexes().set(teamId, warm);
  warm.sessions.set(sessionId, now);
  return warm;
}

/** The sessions that an index is open for. */
export const holdersOfIndexes = (): string[] => [
  ...new Set([...indexes().values()].flatMap(({ sessions }) => [...sessions.keys()])),
];

/** At sign-out and wherever else a session ends: its indexes are wiped unless another holder is signed in. */
export function releaseIndex(sessionId: string): void {
  for (const warm of indexes().values()) {
    warm.sessions.delete(sessionId);
    closeIfUnheld(warm);
  }
}

/** Ends what was not used for half an hour. Called every minute, and before each use. */
export function sweepIndexes(now: number): void {
  for (const warm of indexes().values()) {
    for (const [sessionId, usedAt] of warm.sessions) if (now - usedAt >= IDLE_MS) warm.sessions.delete(sessionId);
    closeIfUnheld(warm);
  }
}

/** The team's index, where one is open in this process. */
export function findWarmIndex(teamId: string): WarmIndex | null {
  return indexes().get(teamId) ?? null;
}

/** Keeps the index from being wiped under the hands of a request that began while its session was open. */
export async function inUse<T>(warm: WarmIndex, work: () => Promise<T>): Promise<T> {
  warm.uses += 1;
  try {
    return await work();
  } finally {
    warm.uses -= 1;
    closeIfUnheld(warm);
  }
}

/** One at a time: two requests must not bring the same index up to date side by side. */
export function inTurn<T>(warm: WarmIndex, work: () => Promise<T>): Promise<T> {
  const result = warm.turn.then(work);
  warm.turn = result.catch(() => undefined);
  return result;
}

function closeIfUnheld(warm: WarmIndex): void {
  if (warm.sessions.size > 0 || warm.uses > 0) return;
  if (warm.index) wipeIndex(warm.index);
  warm.index = null;
  if (indexes().get(warm.teamId) === warm) indexes().delete(warm.teamId);
}

function newWarmIndex(teamId: string): WarmIndex {
  return {
    teamId,
    index: null,
    blocks: new Map(),
    blocksSeen: 0,
    inbox: new Set(),
    unreadable: new Set(),
    hasErasure: false,
    sessions: new Map(),
    uses: 0,
    turn: Promise.resolve(),
  };
}
