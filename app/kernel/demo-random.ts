/** Chance that can be repeated: the same seed gives the same answers in the same order. For invented data only. */
export interface DemoRandom {
  /** 0 ≤ x < 1 */
  part(): number;
  /** whole number from 0, below `limit` */
  below(limit: number): number;
  /** @param probability 0–1 */
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Each item as often as its weight says. */
  weighted<Item extends string>(weights: Readonly<Record<Item, number>>): Item;
}

/** @param seed whole number; its lower 32 bits count */
export function demoRandom(seed: number): DemoRandom {
  const part = mulberry32(seed);
  const below = (limit: number) => Math.floor(part() * limit);
  return {
    part,
    below,
    chance: (probability) => part() < probability,
    pick: (items) => items[below(items.length)]!,
    weighted: (weights) => pickWeighted(weights, part()),
  };
}

function pickWeighted<Item extends string>(weights: Readonly<Record<Item, number>>, at: number): Item {
  const entries = Object.entries(weights) as [Item, number][];
  let left = at * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of entries) {
    left -= weight;
    if (left < 0) return item;
  }
  return entries.at(-1)![0];
}

/** Tommy Ettinger's mulberry32: 32 bits of state, good enough for a demonstration and for nothing else. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
