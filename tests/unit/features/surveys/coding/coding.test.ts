import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CODING_LISTS,
  codersOf,
  codesOfCoding,
  finishedPair,
  standingOf,
} from "#app/features/surveys/coding/coding.ts";
import { agreementOf, finalCodes, sameCodes } from "#app/features/surveys/coding/coding-agreement.ts";
import { codesForm } from "#app/features/surveys/coding/coding-forms.ts";
import { textFor } from "#app/i18n/messages.server.ts";

const MARKS = ["a", "b", "c"];
const all = (codes: readonly string[]) => Object.fromEntries(MARKS.map((mark) => [mark, codes]));
const coder = (coderId: string, codes: Record<string, readonly string[]>) => ({ coderId, codes });

describe("texts of a question", () => {
  test("take a list, then two coders, and are compared when both are done", () => {
    const me = coder("me", all(["x"]));
    const begun = coder("other", { a: [] });
    expect(standingOf([], "consequence", [], "me").step).toBe("nothing");
    expect(standingOf(MARKS, undefined, [], "me").step).toBe("no-list");
    expect(standingOf(MARKS, "consequence", [], "me")).toEqual({ step: "code", coded: 0, texts: 3 });
    expect(standingOf(MARKS, "consequence", [me], "me").step).toBe("wait");
    expect(standingOf(MARKS, "consequence", [me, begun], "me").step).toBe("wait");
    expect(standingOf(MARKS, "consequence", [me, begun], "other")).toMatchObject({ step: "code", coded: 1 });
    expect(standingOf(MARKS, "consequence", [me, coder("other", all([]))], "me").step).toBe("compare");
  });
  test("have no third coder", () => {
    const two = [coder("one", all(["x"])), coder("other", { a: ["x"] })];
    expect(standingOf(MARKS, "consequence", two, "third").step).toBe("full");
    expect(finishedPair(MARKS, two)).toBeNull();
    expect(finishedPair(MARKS, [two[0]!, coder("other", all([]))])?.map(({ coderId }) => coderId)).toEqual([
      "one",
      "other",
    ]);
  });
  test("are coded by whoever gave a code to one of them, no code among the codes", () => {
    const codings = new Map([
      ["one", { questions: { q38: { a: [] } } }],
      ["other", { questions: { q25_text: { a: ["x"] } } }],
    ]);
    expect(codersOf(codings, "q38").map(({ coderId }) => coderId)).toEqual(["one"]);
  });
  test("can be coded by every list that is offered, which has words of its own", () => {
    const t = textFor("en");
    for (const list of CODING_LISTS) {
      expect(codesOfCoding(list).length).toBeGreaterThan(3);
      expect(t.has(`survey-coding.list.${list}`)).toBe(true);
    }
    expect(codesOfCoding("currency")).toEqual([]);
  });
});

describe("two codings", () => {
  const order = ["x", "y", "z"];
  const one = { a: ["x"], b: ["x", "y"], c: [] };
  const other = { a: ["x"], b: ["y"], c: [] };

  test("agree code by code as Cohen counts it", () => {
    const agreement = agreementOf(MARKS, one, other, order);
    expect(agreement).toMatchObject({ texts: 3, alike: 2, differing: ["b"] });
    const [x, y] = agreement.codes;
    // Of three texts: both gave x to one, one of both to another. Observed 2/3, by chance 2/3·1/3 + 1/3·2/3 = 4/9.
    expect(x).toMatchObject({ code: "x", one: 2, other: 1 });
    expect(x!.kappa).toBeCloseTo((2 / 3 - 4 / 9) / (1 - 4 / 9), 12);
    expect(y).toMatchObject({ code: "y", one: 1, other: 1, kappa: 1 });
    expect(agreement.codes).toHaveLength(2);
    // Six judgements: one side says yes to three, the other to two, and they differ once.
    expect(agreement.overall.texts).toBe(6);
    expect(agreement.overall.kappa).toBeCloseTo((5 / 6 - 0.5) / 0.5, 12);
  });
  test("hold in the end where they are alike and where somebody has settled, and nowhere else", () => {
    expect(finalCodes(MARKS, one, other, {})).toEqual({ a: ["x"], c: [] });
    expect(finalCodes(MARKS, one, other, { b: ["z"], a: ["y"] })).toEqual({ a: ["x"], b: ["z"], c: [] });
  });
  test("agree the same whoever comes first, and wholly with themselves", () => {
    const coding = fc.dictionary(fc.constantFrom(...MARKS), fc.subarray(order));
    fc.assert(
      fc.property(coding, coding, (first, second) => {
        const [there, back] = [agreementOf(MARKS, first, second, order), agreementOf(MARKS, second, first, order)];
        expect(there.overall.kappa ?? 0).toBeCloseTo(back.overall.kappa ?? 0, 12);
        expect(there.differing).toEqual(back.differing);
        expect(agreementOf(MARKS, first, first, order).alike).toBe(MARKS.length);
      }),
    );
    expect(sameCodes(["x", "y"], ["y", "x"])).toBe(true);
  });
});

describe("the form of a text's codes", () => {
  const mark = "0".repeat(32);
  test("takes one code, several, or that none fits", () => {
    expect(codesForm.parse({ mark, codes: "x" })).toEqual({ mark, codes: ["x"] });
    expect(codesForm.parse({ mark, codes: ["x", "y", "x"] })).toEqual({ mark, codes: ["x", "y"] });
    expect(codesForm.parse({ mark, none: "yes" })).toEqual({ mark, codes: [] });
  });
  test("tells forgetting from none, and does not take both", () => {
    const errorOf = (form: object) => codesForm.safeParse({ mark, ...form }).error?.issues[0]?.message;
    expect(errorOf({})).toBe("survey-coding.codes.required");
    expect(errorOf({ codes: "x", none: "yes" })).toBe("survey-coding.codes.none-and-some");
  });
});
