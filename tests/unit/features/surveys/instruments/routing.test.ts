import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DECLINED } from "#app/features/surveys/instruments/answer-value.ts";
import { missingAnswers, pageAfter, pageAt, pageBefore, routed } from "#app/features/surveys/instruments/routing.ts";
import { withAnswers } from "../arbitraries.ts";
import {
  answered,
  inAll,
  instrument,
  manyOf,
  matrix,
  not,
  number,
  numberByRow,
  page,
  says,
  text,
  yesNo,
} from "../sample-instruments.ts";

const namesOf = (walk: ReturnType<typeof routed>) =>
  walk.pages.flatMap(({ questions }) => questions.map(({ question }) => question.name));

describe("routing", () => {
  const asked = instrument([
    page("one", [yesNo("agree", { required: true })], {
      ends: [{ name: "declined", when: says("agree", "no"), words: inAll("Thank you"), sends: false }],
    }),
    page("two", [yesNo("hit"), text("how", { shownWhen: says("hit", "yes") })]),
    page("three", [text("after")], { shownWhen: answered("how") }),
  ]);

  test("shows a question only where its condition holds", () => {
    expect(namesOf(routed(asked, { agree: "yes" }))).toEqual(["agree", "hit"]);
    expect(namesOf(routed(asked, { agree: "yes", hit: "yes" }))).toEqual(["agree", "hit", "how"]);
  });

  test("counts no answer to a question that is not asked, nor what hangs on it", () => {
    const walk = routed(asked, { agree: "yes", hit: "no", how: "a letter", after: "more" });
    expect(namesOf(walk)).toEqual(["agree", "hit"]);
    expect(walk.answers).toEqual({ agree: "yes", hit: "no" });
  });

  test("ends where an end says so", () => {
    const walk = routed(asked, { agree: "no", hit: "yes" });
    expect(walk.end).toMatchObject({ name: "declined", sends: false });
    expect(namesOf(walk)).toEqual(["agree"]);
  });

  test("takes an answer that was declined for none", () => {
    const wary = instrument([
      page("one", [yesNo("hit", { mayDecline: true }), text("how", { shownWhen: answered("hit") })]),
      page("two", [text("why", { shownWhen: not(says("hit", "yes")) })]),
    ]);
    expect(namesOf(routed(wary, { hit: DECLINED }))).toEqual(["hit", "why"]);
  });

  test("asks by row of what was chosen before, and counts nothing said of another row", () => {
    const tried = instrument([
      page("one", [manyOf("tried", ["complaint", "lawyer", "none"])]),
      page("two", [{ ...numberByRow("days"), rows: { from: "tried", except: ["none"] } } as never]),
    ]);
    const walk = routed(tried, { tried: ["lawyer"], days: { lawyer: 3, complaint: 9 } });
    expect(walk.pages[1]!.questions[0]!.rows.map(({ code }) => code)).toEqual(["lawyer"]);
    expect(walk.answers.days).toEqual({ lawyer: 3 });
    expect(namesOf(routed(tried, { tried: ["none"] }))).toEqual(["tried"]);
  });

  test("carries on the rows of a matrix that were answered in a certain way", () => {
    const often = instrument([
      page("one", [matrix("happened", ["closed", "frozen"], ["never", "once"])]),
      page("two", [{ ...numberByRow("times"), rows: { from: "happened", where: ["once"] } } as never]),
    ]);
    const walk = routed(often, { happened: { closed: "never", frozen: "once" } });
    expect(walk.pages[1]!.questions[0]!.rows.map(({ code }) => code)).toEqual(["frozen"]);
  });

  test("compares numbers", () => {
    const counted = instrument([
      page("one", [number("staff")]),
      page("two", [text("who", { shownWhen: { op: "more-than", question: "staff", value: 2 } })]),
    ]);
    expect(namesOf(routed(counted, { staff: 2 }))).toEqual(["staff"]);
    expect(namesOf(routed(counted, { staff: 3 }))).toEqual(["staff", "who"]);
  });

  test("leads from page to page over those that are shown", () => {
    const walk = routed(asked, { agree: "yes", hit: "yes", how: "a letter" });
    expect(pageAfter(walk, "two")?.page.name).toBe("three");
    expect(pageAfter(walk, "three")).toBeNull();
    expect(pageBefore(walk, "two")?.page.name).toBe("one");
    expect(pageAt(routed(asked, {}), "three")).toBeNull();
  });

  test("tells what must be answered and is not, row by row", () => {
    const wanted = instrument([
      page("one", [yesNo("agree", { required: true }), matrix("hit", ["a", "b"], ["no", "yes"], { required: true })]),
      page("two", [text("hidden", { required: true, shownWhen: says("agree", "no") })]),
    ]);
    expect(missingAnswers(routed(wanted, { agree: "yes", hit: { a: "no" } }))).toEqual([
      { page: "one", question: "hit" },
    ]);
  });

  test("settles in one walk: walking again over what counts changes nothing", () => {
    fc.assert(
      fc.property(withAnswers({ carries: true }), ([of, answers]) => {
        const once = routed(of, answers);
        const twice = routed(of, once.answers);
        expect(twice.answers).toEqual(once.answers);
        expect(namesOf(twice)).toEqual(namesOf(once));
      }),
      { numRuns: 300 },
    );
  });

  test("never asks anything twice and never counts what it does not ask", () => {
    fc.assert(
      fc.property(withAnswers({ carries: true }), ([of, answers]) => {
        const walk = routed(of, answers);
        const names = namesOf(walk);
        expect(new Set(names).size).toBe(names.length);
        expect(names).toEqual(expect.arrayContaining(Object.keys(walk.answers)));
      }),
      { numRuns: 300 },
    );
  });
});
