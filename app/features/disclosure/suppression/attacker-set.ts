/** Some of the attackers, one bit each: with hundreds of them, most questions are answered 32 at a time. */
export type AttackerSet = Uint32Array;

export const noAttackers = (count: number): AttackerSet => new Uint32Array(Math.ceil(count / 32));

export function include(set: AttackerSet, attacker: number): void {
  set[attacker >>> 5]! |= 1 << (attacker & 31);
}

export function exclude(set: AttackerSet, attacker: number): void {
  set[attacker >>> 5]! &= ~(1 << (attacker & 31));
}

export const includes = (set: AttackerSet, attacker: number): boolean =>
  ((set[attacker >>> 5]! >>> (attacker & 31)) & 1) === 1;

export const isEmpty = (set: AttackerSet): boolean => set.every((word) => word === 0);

/** Whether some attacker in `set` is not in `other`. */
export function reachesBeyond(set: AttackerSet, other: AttackerSet): boolean {
  for (let word = 0; word < set.length; word += 1) if ((set[word]! & ~other[word]!) !== 0) return true;
  return false;
}

/** Leaves in `set` those that are in `other` too. */
export function keepOnly(set: AttackerSet, other: AttackerSet): void {
  for (let word = 0; word < set.length; word += 1) set[word]! &= other[word]!;
}
