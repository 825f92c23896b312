import { describe, expect, test } from "vitest";
import { answersInWords } from "#app/features/surveys/answering/answer-words.ts";
import { drawnPage } from "#app/features/surveys/answering/drawn-page.ts";
import { type Answers, DECLINED } from "#app/features/surveys/instruments/answer-value.ts";
import { type Instrument, questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { routed } from "#app/features/surveys/instruments/routing.ts";
import type { Locale } from "#app/i18n/locales.ts";
import {
  instrument,
  manyOf,
  matrix,
  number,
  option,
  page,
  places,
  quarter,
  says,
  text,
  yesNo,
} from "../sample-instruments.ts";

const words = (list: string, code: string) => `${list}/${code}`;

function draw(of: Instrument, answers: Answers = {}, locale: Locale = "en") {
  const walk = routed(of, answers);
  return drawnPage(of, walk, walk.pages[0]!, { locale, words, today: "2026-02-03" });
}

describe("a page that is drawn", () => {
  test("takes the words of codes from their lists, and its own from the instrument", () => {
    const rows = [
      { list: "incident_type", only: ["account_closed"], heading: { list: "incident_group", code: "account" } },
      option("own"),
    ];
    const drawn = draw(instrument([page("one", [matrix("q1", [], ["no", "yes"], { rows })])]), {}, "fr");
    expect(drawn.questions[0]!.rows).toEqual([
      {
        value: "account_closed",
        label: "incident_type/account_closed",
        heading: "incident_group/account",
        field: "q1--account_closed",
      },
      { value: "own", label: "Option own (fr)", field: "q1--own" },
    ]);
  });

  test("shows only what is asked, and says which", () => {
    const of = instrument([page("one", [yesNo("q1"), text("q2", { shownWhen: says("q1", "yes") })])]);
    expect(draw(of).asked).toBe("q1");
    expect(draw(of, { q1: "yes" })).toMatchObject({ asked: "q1 q2", filled: { q1: "yes" }, number: 1, total: 1 });
  });

  test("is in English where the instrument does not speak the reader's language", () => {
    const of = instrument([page("one", [yesNo("q1")])], { languages: ["en", "fr"] });
    expect(draw(of, {}, "ar")).toMatchObject({ language: "en", title: "Page one" });
    expect(draw(of, {}, "fr")).toMatchObject({ language: "fr", title: "Page one (fr)" });
  });

  test("offers the quarters within the limits, else the last three years, the newest first", () => {
    const of = instrument([page("one", [quarter("q1"), quarter("q2", { earliest: "2025-Q4", latest: "2026-Q2" })])]);
    const [free, bound] = draw(of).questions;
    expect([free!.quarters.length, free!.quarters[0], free!.quarters.at(-1)]).toEqual([12, "2026-Q1", "2023-Q2"]);
    expect(bound!.quarters).toEqual(["2026-Q2", "2026-Q1", "2025-Q4"]);
  });

  test("says what may be left empty and what may be declined", () => {
    const of = instrument([page("one", [yesNo("q1", { required: true }), number("q2", { mayDecline: true })])]);
    expect(draw(of).questions.map(({ isOptional, mayDecline }) => [isOptional, mayDecline])).toEqual([
      [false, false],
      [true, true],
    ]);
  });
});

describe("answers in words", () => {
  test("list everything that is asked, with what was said to it", () => {
    const of = instrument([
      page("one", [
        yesNo("q1", { mayDecline: true }),
        manyOf("q2", ["a", "b"]),
        matrix("q3", ["r"], ["no", "yes"]),
        places("q4"),
        number("q5"),
        quarter("q6"),
        text("q7"),
      ]),
    ]);
    const answers: Answers = {
      q1: DECLINED,
      q2: ["a", "b"],
      q3: { r: "yes" },
      q4: { regions: ["africa"], countries: ["KE"] },
      q5: 1200,
      q6: "2026-Q1",
    };
    const [listed] = answersInWords(of, routed(of, answers), "en", words);
    expect(listed!.title).toBe("Page one");
    expect(listed!.answers.map(({ lines }) => lines)).toEqual([
      [{ messageKey: "surveys.answer.declined" }],
      [{ text: "Option a" }, { text: "Option b" }],
      [{ of: "Option r", text: "Option yes" }],
      [{ text: "regional_group/africa" }, { text: "country/KE" }],
      [{ text: "1,200" }],
      [{ quarter: "2026-Q1" }],
      [],
    ]);
  });

  test("name every question once", () => {
    const of = instrument([page("one", [yesNo("q1"), text("q2")]), page("two", [text("q3")])]);
    const names = answersInWords(of, routed(of, {}), "ar", words).flatMap(({ answers }) =>
      answers.map(({ question }) => question),
    );
    expect(names).toEqual(questionsOf(of).map(({ name }) => name));
  });
});
