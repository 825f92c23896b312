import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerCount, type Replacement, type Sent } from "#app/features/surveys/waves/answer-resolution.ts";
import { CONTACT_ROOM, inRoom, ROOMS } from "#app/features/surveys/waves/answer-room.ts";
import {
  changedContacts,
  chosenForHandOver,
  type Handed,
  waitingToBeHanded,
} from "#app/features/surveys/waves/hand-over.ts";

const bytes = (text: string) => new TextEncoder().encode(text).length;

describe("the room of an answer", () => {
  test("is one of two sizes for every text, and the text comes back from it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 3_000 }), fc.integer({ min: 1, max: 8 }), (text, times) => {
        const json = JSON.stringify({ text: text.repeat(times) });
        const filled = inRoom(json);
        if (filled === null) return expect(bytes(json)).toBeGreaterThan(65_532);
        expect(ROOMS.map((room) => room - 4)).toContain(bytes(filled));
        expect(JSON.parse(filled)).toEqual(JSON.parse(json));
      }),
    );
  });

  test("is the smaller one as long as it fits, and none beyond the larger", () => {
    const ofSize = (size: number) => JSON.stringify("x".repeat(size - 2));
    expect(bytes(inRoom(ofSize(16_380))!)).toBe(16_380);
    expect(bytes(inRoom(ofSize(16_381))!)).toBe(65_532);
    expect(inRoom(ofSize(65_532))).not.toBeNull();
    expect(inRoom(ofSize(65_533))).toBeNull();
    expect(bytes(inRoom(ofSize(20), [CONTACT_ROOM])!)).toBe(1_020);
  });
});

describe("which answer of an organisation counts", () => {
  const sent = (participation: string, at: number): Sent => ({ participation, at });
  const countedAnswers = (answers: readonly Sent[], replacements: readonly Replacement[]): Sent[] => {
    const { take, counted } = answerCount(replacements);
    for (const answer of answers) take(answer);
    return counted();
  };

  test("the last of one code", () => {
    const answers = [sent("a", 2), sent("a", 3), sent("a", 1), sent("b", 1)];
    expect(countedAnswers(answers, [])).toEqual([sent("a", 3), sent("b", 1)]);
  });

  test("the newest code's, even where the lost one sent later; the lost one's where it alone has sent", () => {
    const replacements = [
      { old: "a", by: "b" },
      { old: "b", by: "c" },
    ];
    expect(countedAnswers([sent("a", 9), sent("b", 1)], replacements)).toEqual([sent("b", 1)]);
    expect(countedAnswers([sent("a", 9)], replacements)).toEqual([sent("a", 9)]);
    expect(countedAnswers([sent("a", 9), sent("c", 1), sent("b", 5)], replacements)).toEqual([sent("c", 1)]);
  });

  test("one for each chain of codes, always one that was sent, in whatever order they are opened", () => {
    const chains = fc.array(fc.array(fc.nat(50), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(chains, fc.nat(), (given, seed) => {
        const code = (chain: number, place: number) => `${chain}.${place}`;
        const all: Sent[] = given.flatMap((times, chain) => times.map((at, place) => sent(code(chain, place), at)));
        const replaced: Replacement[] = given.flatMap((times, chain) =>
          times.slice(1).map((_, place) => ({ old: code(chain, place), by: code(chain, place + 1) })),
        );
        const turned = [...all.slice(seed % all.length), ...all.slice(0, seed % all.length)];
        const counted = countedAnswers(turned, replaced);
        const newest = given.map((times, chain) => code(chain, times.length - 1));
        expect(counted.map(({ participation }) => participation).sort()).toEqual(newest.sort());
        // Opened a few at a time, what counted so far is all that is kept.
        const inParts = turned.reduce<Sent[]>((kept, one) => countedAnswers(kept.concat(one), replaced), []);
        expect(inParts).toEqual(counted);
      }),
    );
  });

  test("ends also where somebody has put a circle into the database", () => {
    const circle = [
      { old: "a", by: "b" },
      { old: "b", by: "a" },
    ];
    expect(countedAnswers([sent("a", 1), sent("b", 2)], circle)).not.toEqual([]);
  });
});

describe("what is handed over", () => {
  const named = (count: number): Handed[] =>
    Array.from({ length: count }, (_, place) => ({ participation: `p${place}`, contactMark: null }));

  test("is nothing or five at least, and leaves five at least behind while the wave is open", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.boolean(), (count, isOpen) => {
        const chosen = chosenForHandOver(named(count), isOpen);
        expect(chosen.length === 0 || chosen.length >= 5).toBe(true);
        if (isOpen && chosen.length > 0) expect(count - chosen.length).toBeGreaterThanOrEqual(5);
      }),
    );
  });

  test("however often it was done before, the rest can follow once the wave is closed", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }), (arriving) => {
        let waiting = 0;
        let handed = 0;
        for (const came of arriving) {
          waiting += came;
          const { length } = chosenForHandOver(named(waiting), true);
          waiting -= length;
          handed += length;
        }
        const rest = chosenForHandOver(named(waiting), false).length;
        if (handed > 0 || waiting >= 5) expect(rest).toBe(waiting);
        else expect(rest).toBe(0);
      }),
    );
  });

  test("is nobody twice", () => {
    const all = named(12);
    expect(waitingToBeHanded(all, all.slice(0, 7))).toEqual(all.slice(7));
    expect(waitingToBeHanded(all, all)).toEqual([]);
  });

  test("a changed contact follows with four others and not alone; one that is the same or was taken back never", () => {
    const marked = (count: number, contactMark: string | null) => named(count).map((one) => ({ ...one, contactMark }));
    const before = marked(8, "old");
    expect(changedContacts([...marked(4, "new"), ...before.slice(4)], before)).toEqual([]);
    expect(changedContacts([...marked(5, "new"), ...before.slice(5)], before)).toEqual(marked(5, "new"));
    expect(changedContacts(marked(8, "new"), [...before, ...marked(8, "new")])).toEqual([]);
    expect(changedContacts(marked(8, null), before)).toEqual([]);
    expect(changedContacts(marked(8, "new"), [])).toEqual([]);
  });
});
