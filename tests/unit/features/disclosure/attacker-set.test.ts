import { describe, expect, test } from "vitest";
import { type AttackerSet, include, includes, noAttackers } from "#app/features/disclosure/suppression/attacker-set.ts";
import { newCoverage } from "#app/features/disclosure/suppression/coverage.ts";

const setOf = (...attackers: number[]): AttackerSet => {
  const set = noAttackers(70);
  for (const attacker of attackers) include(set, attacker);
  return set;
};
const members = (set: AttackerSet) =>
  Array.from({ length: 70 }, (_, attacker) => attacker).filter((one) => includes(set, one));

test("a set of attackers holds those that were put in, at either end of a word", () => {
  expect(members(setOf(0, 31, 32, 63, 64, 69))).toEqual([0, 31, 32, 63, 64, 69]);
});

describe("an aim is open for an attacker", () => {
  const concerned = [setOf(0, 31, 32, 69), setOf(5)];
  const openTo = (coverage: ReturnType<typeof newCoverage>, aim: number) =>
    Array.from({ length: 70 }, (_, attacker) => attacker).filter((one) => coverage.isOpen(aim, one));

  test("while nothing proves it, and only where it has to be protected before that attacker", () => {
    const coverage = newCoverage(concerned, 70);
    expect([openTo(coverage, 0), openTo(coverage, 1)]).toEqual([[0, 31, 32, 69], [5]]);
    expect([coverage.open(0), coverage.open(1)]).toEqual([4, 1]);
  });

  test("until a witness that the attacker cannot contradict proves it", () => {
    const coverage = newCoverage(concerned, 70);
    coverage.count(0, setOf(31, 69), 1);
    expect(openTo(coverage, 0)).toEqual([31, 69]);
    coverage.countOne(0, 69, 1);
    expect(openTo(coverage, 0)).toEqual([31]);
    expect([coverage.open(0), coverage.open(1)]).toEqual([1, 1]);
  });

  test("again when the last of its proofs falls, and not before", () => {
    const coverage = newCoverage(concerned, 70);
    coverage.count(0, setOf(31), 1);
    coverage.count(0, setOf(0, 31), 1);
    coverage.count(0, setOf(31), -1);
    expect(openTo(coverage, 0)).toEqual([0, 31]);
    coverage.count(0, setOf(0, 31), -1);
    expect(openTo(coverage, 0)).toEqual([0, 31, 32, 69]);
    expect(coverage.open(0)).toBe(4);
  });
});
