/** After so much work of one piece others get their turn: far below what somebody who waits for a page would notice. */
const SLICE_MS = 10;

/**
 * For work that takes seconds on this thread: awaited between two steps of it, what comes back lets the requests of others
 * go on once a slice of time is used up, and answers at once before that.
 */
export function takingTurns(sliceMs = SLICE_MS): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < sliceMs) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}

/** What `items.map(of)` gives, with turns for others between. */
export async function mapInTurns<Item, Made>(items: readonly Item[], of: (item: Item) => Made): Promise<Made[]> {
  const giveWay = takingTurns();
  const made: Made[] = [];
  for (const item of items) {
    await giveWay();
    made.push(of(item));
  }
  return made;
}
