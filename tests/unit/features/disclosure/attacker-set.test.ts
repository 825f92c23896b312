import { expect, test } from "vitest";
import {
  type AttackerSet,
  exclude,
  include,
  includes,
  isEmpty,
  keepOnly,
  noAttackers,
  reachesBeyond,
} from "#app/features/disclosure/suppression/attacker-set.ts";

const setOf = (...attackers: number[]): AttackerSet => {
  const set = noAttackers(70);
  for (const attacker of attackers) include(set, attacker);
  return set;
};
const members = (set: AttackerSet) =>
  Array.from({ length: 70 }, (_, attacker) => attacker).filter((one) => includes(set, one));

test("a set of attackers holds those that were put in, at either end of a word", () => {
  const set = setOf(0, 31, 32, 63, 64, 69);
  expect(members(set)).toEqual([0, 31, 32, 63, 64, 69]);
  exclude(set, 31);
  exclude(set, 64);
  expect(members(set)).toEqual([0, 32, 63, 69]);
});

test("it is empty when the last one is out", () => {
  const set = setOf(63);
  expect(isEmpty(set)).toBe(false);
  exclude(set, 63);
  expect(isEmpty(set)).toBe(true);
});

test("it knows whether it reaches beyond another, and keeps what both have", () => {
  const set = setOf(1, 31, 40);
  expect(reachesBeyond(set, setOf(1, 31, 40, 69))).toBe(false);
  expect(reachesBeyond(set, setOf(1, 40))).toBe(true);
  keepOnly(set, setOf(31, 40, 69));
  expect(members(set)).toEqual([31, 40]);
});
