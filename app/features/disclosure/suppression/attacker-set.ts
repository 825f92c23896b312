/** Some of the attackers, one bit each: with hundreds of them, most questions are answered 32 at a time. */
export type AttackerSet = Uint32Array;

export const noAttackers = (count: number): AttackerSet => new Uint32Array(Math.ceil(count / 32));

export function include(set: AttackerSet, attacker: number): void {
  set[attacker >>> 5]! |= 1 << (attacker & 31);
}

export const includes = (set: AttackerSet, attacker: number): boolean =>
  ((set[attacker >>> 5]! >>> (attacker & 31)) & 1) === 1;
