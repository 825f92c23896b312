import { type AttackerSet, includes } from "./attacker-set.ts";

/** How many witnesses that hold prove each aim for each attacker: what none proves is open. */
export interface Coverage {
  /** One witness more or less for all attackers of the aim but those it contradicts. */
  count(aim: number, contradicted: AttackerSet, by: 1 | -1): void;
  countOne(aim: number, attacker: number, by: 1 | -1): void;
  isOpen(aim: number, attacker: number): boolean;
  /** number of attackers for whom it is open */
  open(aim: number): number;
}

/** @param concerned  by aim: attackers before whom it must be protected */
export function newCoverage(concerned: readonly AttackerSet[], attackers: number): Coverage {
  const counts = new Uint32Array(concerned.length * attackers);
  const open = Uint32Array.from(concerned, (set) => set.reduce((sum, word) => sum + ones(word), 0));

  function countOne(aim: number, attacker: number, by: 1 | -1): void {
    const place = aim * attackers + attacker;
    if (by === 1 && counts[place] === 0) open[aim]! -= 1;
    counts[place]! += by;
    if (by === -1 && counts[place] === 0) open[aim]! += 1;
  }

  return {
    count(aim, contradicted, by) {
      for (const [word, all] of concerned[aim]!.entries()) {
        for (let rest = all & ~contradicted[word]!; rest !== 0; rest &= rest - 1)
          countOne(aim, word * 32 + 31 - Math.clz32(rest & -rest), by);
      }
    },
    countOne,
    isOpen: (aim, attacker) => counts[aim * attackers + attacker] === 0 && includes(concerned[aim]!, attacker),
    open: (aim) => open[aim]!,
  };
}

/** Bits that are set. */
function ones(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
