/** The four words of an id's sixteen bytes. */
export const ID_WORDS = 4;

/**
 * Gives every id a number from 1 on, in order of arrival; 0 is "none". Both arrays lie in the index's one buffer.
 * Open addressing: `slots` holds numbers, at most half full. Ids are random (UUID v4), so their first word is the hash.
 */
export interface IdTable {
  readonly words: Uint32Array;
  readonly slots: Uint32Array;
  count: number;
}

/** How many slots a table for so many ids needs: a power of two, at least twice as many. */
export function slotsFor(capacity: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(capacity, 8) * 2));
}

/** @returns the id's number, or 0 where the table does not know it. */
export function findNumber(table: IdTable, view: DataView, at: number): number {
  return table.slots[slotOf(table, view, at)]!;
}

/** @returns the id's number, given now where it had none; 0 for sixteen zero bytes. The caller has made room. */
export function numberFor(table: IdTable, view: DataView, at: number): number {
  const slot = slotOf(table, view, at);
  const known = table.slots[slot]!;
  if (known !== 0 || isNone(view, at)) return known;
  const base = table.count * ID_WORDS;
  for (let word = 0; word < ID_WORDS; word += 1) table.words[base + word] = view.getUint32(at + 4 * word, true);
  table.count += 1;
  table.slots[slot] = table.count;
  return table.count;
}

/** Writes the id with that number to sixteen bytes; leaves them as they are for 0. */
export function writeId(table: IdTable, number: number, view: DataView, at: number): void {
  if (number === 0) return;
  const base = (number - 1) * ID_WORDS;
  for (let word = 0; word < ID_WORDS; word += 1) view.setUint32(at + 4 * word, table.words[base + word]!, true);
}

/** Fills the empty slots anew from the words: after the table has moved to larger arrays. */
export function rehash(table: IdTable): void {
  const mask = table.slots.length - 1;
  for (let number = 1; number <= table.count; number += 1) {
    let slot = table.words[(number - 1) * ID_WORDS]! & mask;
    while (table.slots[slot] !== 0) slot = (slot + 1) & mask;
    table.slots[slot] = number;
  }
}

/** The slot that holds the id, or the empty one where it would go. */
function slotOf({ words, slots }: IdTable, view: DataView, at: number): number {
  const mask = slots.length - 1;
  const first = view.getUint32(at, true);
  let slot = first & mask;
  for (let number = slots[slot]!; number !== 0; number = slots[slot]!) {
    const base = (number - 1) * ID_WORDS;
    if (words[base] === first && isSame(words, base, view, at)) return slot;
    slot = (slot + 1) & mask;
  }
  return slot;
}

function isSame(words: Uint32Array, base: number, view: DataView, at: number): boolean {
  return (
    words[base + 1] === view.getUint32(at + 4, true) &&
    words[base + 2] === view.getUint32(at + 8, true) &&
    words[base + 3] === view.getUint32(at + 12, true)
  );
}

function isNone(view: DataView, at: number): boolean {
  for (let word = 0; word < ID_WORDS; word += 1) if (view.getUint32(at + 4 * word, true) !== 0) return false;
  return true;
}
