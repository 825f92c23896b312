import { describe, expect, test } from "vitest";
import type { Answers } from "#app/features/surveys/instruments/answer-value.ts";
import { choicesOf, isCarried } from "#app/features/surveys/instruments/choices.ts";
import { findPage, findQuestion, questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { faultsOf } from "#app/features/surveys/instruments/instrument-faults.ts";
import { asks, optionsSourceOf, rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import { routed } from "#app/features/surveys/instruments/routing.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { textsOf } from "#app/features/surveys/instruments/translation-faults.ts";
import { LOCALES } from "#app/i18n/locales.ts";

const standard = standardInstrument();
const agreed: Answers = { q1: "yes", q2: "c2_aggregate", q3: "yes" };

function asked(answers: Answers = {}): readonly string[] {
  return routed(standard, { ...agreed, ...answers }).pages.flatMap(({ questions }) =>
    questions.map(({ question }) => question.name),
  );
}

const numbersIn = (names: readonly string[]) => [...new Set(names.map((name) => Number(/^q(\d+)/.exec(name)![1])))];
/** Which of them are asked after such answers. */
const among = (names: readonly string[], answers: Answers) => names.filter((name) => asked(answers).includes(name));
const happened = (...rows: readonly string[]): Answers => ({
  q13: Object.fromEntries(rows.map((row) => [row, "once"])),
});

describe("the standard instrument", () => {
  test("has no faults in any of its four languages, and everything in it can be reached", () => {
    expect(standard.languages).toEqual(LOCALES);
    expect(faultsOf(standard)).toEqual([]);
  });

  test("asks all 39 questions", () => {
    const numbers = numbersIn(questionsOf(standard).map(({ name }) => name));
    expect(numbers.sort((one, other) => one - other)).toEqual(Array.from({ length: 39 }, (_, at) => at + 1));
  });

  test("stands on about a dozen pages", () => {
    expect(standard.pages.length).toBe(14);
    expect(routed(standard, agreed).pages.length).toBe(10);
  });

  test("is really translated: no two languages say the same of any longer text", () => {
    const copied = textsOf(standard).filter(({ words }) => {
      const long = LOCALES.map((locale) => words[locale] ?? "").filter((text) => text.length > 12);
      return new Set(long).size < long.length;
    });
    expect(copied).toEqual([]);
  });

  test("asks for consent before anything else, and sends nothing without it", () => {
    expect(standard.pages[0]!.questions.map(({ name }) => name)).toEqual(["q1", "q2"]);
    expect(routed(standard, { q1: "no" }).end).toMatchObject({ sends: false });
    expect(routed(standard, { q1: "no", q7: "0" }).answers).toEqual({ q1: "no" });
  });

  test("ends with thanks for those who have no work with the Court, not for those who had", () => {
    expect(routed(standard, { ...agreed, q3: "no" }).end).toMatchObject({ name: "no_work", sends: true });
    expect(routed(standard, { ...agreed, q3: "in_the_past" }).end).toBeNull();
  });

  test("goes on to donors where nothing happened", () => {
    expect(numbersIn(asked({ q13: { account_closed: "no", service: "no" } }))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 26, 27, 28, 35, 36, 37, 38, 39,
    ]);
  });

  test("asks about institutions after trouble with accounts, payments or cards, and how they acted once they are named", () => {
    const names = ["q16", "q17", "q18", "q19"];
    for (const row of ["account_frozen", "transfer_delayed", "card_cancelled"]) {
      expect(among(names, happened(row))).toEqual(["q16"]);
      expect(among(names, { ...happened(row), q16: ["commercial_bank"] })).toEqual(names);
    }
    expect(among(names, { ...happened("service"), q16: ["commercial_bank"] })).toEqual([]);
  });

  test("asks about notice after accounts, papers after accounts or payments, delay and value after payments", () => {
    const names = ["q20", "q21", "q22", "q23"];
    expect(among(names, happened("account_closed"))).toEqual(["q20", "q21"]);
    expect(among(names, happened("fees_increased"))).toEqual(["q21", "q22", "q23"]);
    expect(among(names, happened("card_cancelled"))).toEqual([]);
  });

  test("asks about services after services or online accounts, and about lost data after online accounts only", () => {
    const names = ["q24", "q25"];
    expect(among(names, happened("service"))).toEqual(["q24"]);
    expect(among(names, happened("digital"))).toEqual(names);
    expect(among(names, happened("mobility"))).toEqual([]);
  });

  test("asks about consequences after anything that happened, or anything that was stopped from fear", () => {
    expect(among(["q29", "q32"], happened("mobility"))).toEqual(["q29", "q32"]);
    expect(among(["q29", "q32"], { q27: ["travel"] })).toEqual(["q29"]);
    expect(among(["q29", "q32"], { q27: ["none"] })).toEqual([]);
  });

  test("asks about pay and victims only where they were named, and for the result of each thing that was tried", () => {
    expect(among(["q30_people", "q30_time", "q31"], { q27: ["travel"], q29: ["staff_unpaid"] })).toEqual([
      "q30_people",
      "q30_time",
    ]);
    for (const consequence of [
      "beneficiaries_affected",
      "victims_representation_interrupted",
      "victims_participation_hindered",
    ])
      expect(among(["q30_people", "q31"], { q27: ["travel"], q29: [consequence] })).toEqual(["q31"]);
    const walk = routed(standard, { ...agreed, ...happened("mobility"), q32: ["complaint", "litigation"] });
    const results = walk.pages.flatMap(({ questions }) => questions).find(({ question }) => question.name === "q33");
    expect(results!.rows.map(({ code }) => code)).toEqual(["complaint", "litigation"]);
    expect(among(["q33", "q34_money"], { ...happened("mobility"), q32: ["none_tried"] })).toEqual(["q34_money"]);
  });

  test("asks how often and when first of each thing that happened, and of nothing else", () => {
    const walk = routed(standard, {
      ...agreed,
      q13: { account_closed: "once", service: "no", digital: "all_the_time" },
    });
    const extent = walk.pages.find(({ page }) => page.name === "extent")!;
    for (const name of ["q14_times", "q14_first"])
      expect(extent.questions.find(({ question }) => question.name === name)!.rows.map(({ code }) => code)).toEqual([
        "account_closed",
        "digital",
      ]);
  });

  test('offers "prefer not to say" wherever an answer could hurt', () => {
    const plain = questionsOf(standard)
      .filter((question) => asks(question) && !question.mayDecline)
      .map(({ name }) => name);
    expect(plain).toEqual(["q1", "q2", "q3", "q23_currency", "q25_text", "q34_currency", "q39", "q39_channel"]);
  });

  test("keeps the way to be reached apart from all other answers, and short enough for its room", () => {
    const apart = questionsOf(standard).filter((question) => asks(question) && question.apart);
    expect(apart.map(({ name }) => name)).toEqual(["q39", "q39_channel"]);
    expect(findQuestion(standard, "q39_channel")).toMatchObject({ most: 300 });
    expect(findPage(standard, "contact")!.questions.length).toBe(2);
  });

  test.each(LOCALES)("takes words for every code from its list in %s", (locale) => {
    const words = codeWordsIn(locale);
    const sources = questionsOf(standard).flatMap((question) => {
      const rows = rowsSourceOf(question);
      return [...(optionsSourceOf(question) ?? []), ...(rows && !isCarried(rows) ? rows : [])];
    });
    const bare = sources.flatMap((source) =>
      "list" in source ? choicesOf([source]).filter(({ code }) => words(source.list, code) === code) : [],
    );
    expect(bare.map(({ code }) => code)).toEqual([]);
  });
});
