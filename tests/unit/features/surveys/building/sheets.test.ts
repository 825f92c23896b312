import { describe, expect, test } from "vitest";
import { codeOfText } from "#app/features/surveys/building/code-of-text.ts";
import { questionFields } from "#app/features/surveys/building/question-sheet.ts";
import {
  endSheet,
  kindSheet,
  pageSheet,
  questionSheet,
  translationSheet,
  wholeSheet,
} from "#app/features/surveys/building/sheets.ts";
import {
  missingByLanguage,
  nextToTranslate,
  translationState,
  WHOLE,
} from "#app/features/surveys/building/translation-sheet.ts";
import { writtenTexts } from "#app/features/surveys/building/written-texts.ts";
import { codesIn } from "#app/features/surveys/instruments/code-lists.ts";
import { findQuestion, type Instrument, KINDS, questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { instrumentText } from "#app/features/surveys/instruments/read-instrument.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { textsOf, translationFaults } from "#app/features/surveys/instruments/translation-faults.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { valueFrom } from "#app/kernel/result.ts";
import {
  inAll,
  manyOf,
  matrix,
  number,
  oneOf,
  option,
  page,
  instrument as sample,
  says,
  text,
  yesNo,
} from "../sample-instruments.ts";

const MOST_FIELDS = 190;
const edited = (instrument: Instrument, name: string, values: object) => {
  const sheet = questionSheet(name);
  return sheet.apply(instrument, { ...sheet.fields(instrument), ...values } as never);
};
const optionsOf = (instrument: Instrument, name: string) =>
  (findQuestion(instrument, name) as { options: readonly { code: string; label: object; exclusive?: true }[] }).options;

describe("the form of a question", () => {
  test("sent back as it was changes nothing, whichever question of the standard one it is, and fits a form", () => {
    const standard = standardInstrument();
    for (const { name } of questionsOf(standard)) {
      const fields = questionSheet(name).fields(standard)!;
      expect(Object.values(fields).flat().length, name).toBeLessThan(MOST_FIELDS);
      expect(instrumentText(valueFrom(edited(standard, name, {}))), name).toBe(instrumentText(standard));
    }
  });

  test("gives one of two questions of the same name another one, and leaves what hangs on the name to the other", () => {
    const last = text("q3", { shownWhen: says("q1", "yes") });
    const twice = sample([page("one", [yesNo("q1"), yesNo("q1"), last])]);
    const renamed = valueFrom(edited(twice, "q1", { name: "q2" }));
    expect(questionsOf(renamed).map(({ name }) => name)).toEqual(["q2", "q1", "q3"]);
    expect(findQuestion(renamed, "q3")).toEqual(last);
  });

  test("of every kind takes all that it shows", () => {
    const one = sample([page("one", [yesNo("q1"), oneOf("q2", ["a", "b"])])]);
    for (const kind of KINDS) {
      const changed = valueFrom(kindSheet("q2").apply(one, { kind }));
      expect(instrumentText(valueFrom(edited(changed, "q2", {})))).toBe(instrumentText(changed));
    }
  });

  const one = sample([
    page("one", [
      manyOf("q1", ["a", "b", "none"]),
      number("q2"),
      text("q3", { shownWhen: { op: "answered", question: "q1" } }),
    ]),
  ]);

  test("changes texts of its own language and leaves the others", () => {
    const changed = valueFrom(edited(one, "q1", { label: " New words ", help: "Because" }));
    expect(findQuestion(changed, "q1")).toMatchObject({
      label: { ...inAll("Question q1"), en: "New words" },
      help: { en: "Because" },
    });
  });

  test("adds answers from lines, with codes made of their words or one's own", () => {
    const changed = valueFrom(
      edited(one, "q1", { "options-more": "Ça va déjà\n\nother = Something else\nلا نعرف\nÇa va déjà" }),
    );
    expect(optionsOf(changed, "q1").slice(3)).toEqual([
      { code: "ca_va_deja", label: { en: "Ça va déjà" } },
      { code: "other", label: { en: "Something else" } },
      { code: "answer", label: { en: "لا نعرف" } },
      { code: "ca_va_deja_2", label: { en: "Ça va déjà" } },
    ]);
  });

  test("moves an answer with its words, marks it as standing alone, and takes one out", () => {
    const moved = valueFrom(edited(one, "q1", { do: "options-up-1", "options-1-label": "Bee" }));
    expect(optionsOf(moved, "q1").map(({ code }) => code)).toEqual(["b", "a", "none"]);
    expect(optionsOf(moved, "q1")[0]).toEqual({ code: "b", label: { ...inAll("Option b"), en: "Bee" } });
    const without = valueFrom(edited(one, "q1", { do: "options-remove-0", "options-1-alone": "yes" }));
    expect(optionsOf(without, "q1")).toMatchObject([
      { code: "b", exclusive: true },
      { code: "none", exclusive: true },
    ]);
  });

  test("takes answers from a list, and some of it in the order in which they were chosen", () => {
    const listed = valueFrom(edited(one, "q1", { "options-list": "regional_group" }));
    expect(optionsOf(listed, "q1")[3]).toEqual({ list: "regional_group" });
    const [first, second] = codesIn("regional_group");
    const some = valueFrom(edited(listed, "q1", { "options-3-only": [second, "nonsense"] }));
    expect(optionsOf(some, "q1")[3]).toEqual({ list: "regional_group", only: [second] });
    const more = valueFrom(edited(some, "q1", { "options-3-only": [first, second] }));
    expect(optionsOf(more, "q1")[3]).toEqual({ list: "regional_group", only: [second, first] });
    const whole = valueFrom(edited(more, "q1", { "options-3-all": "yes" }));
    expect(optionsOf(whole, "q1")[3]).toEqual({ list: "regional_group" });
  });

  test("carries rows on from an earlier question, and asks which once it is chosen", () => {
    const carrying = sample([page("one", [manyOf("q1", ["a", "b", "none"]), matrix("q2", ["r"], ["no", "yes"])])]);
    const from = valueFrom(edited(carrying, "q2", { rowsFrom: "q1" }));
    expect(findQuestion(from, "q2")).toMatchObject({ rows: { from: "q1" } });
    const except = valueFrom(edited(from, "q2", { rowsExcept: ["none"] }));
    expect(findQuestion(except, "q2")).toMatchObject({ rows: { from: "q1", except: ["none"] } });
    expect(findQuestion(valueFrom(edited(except, "q2", { rowsFrom: "" })), "q2")).toMatchObject({ rows: [] });
  });

  test("renames a question wherever it is named", () => {
    const renamed = valueFrom(edited(one, "q1", { name: "first_one" }));
    expect(findQuestion(renamed, "q3")?.shownWhen).toEqual({ op: "answered", question: "first_one" });
  });

  test.each([
    ["name", { name: "Not a name" }, "questionnaires.error.name"],
    ["name", { name: "q2" }, "questionnaires.error.name-taken"],
    ["label", { label: " " }, "questionnaires.error.text"],
    ["atMost", { atMost: "some" }, "questionnaires.error.whole"],
    ["options-more", { "options-more": "a = Twice" }, "questionnaires.error.code-twice"],
    ["options-more", { "options-more": "a__b = Twice" }, "questionnaires.error.code-form"],
  ])("says at %s what is wrong: %j", (field, values, error) => {
    expect(edited(one, "q1", values)).toMatchObject({
      ok: false,
      refusal: { kind: "invalid", fields: { [field]: error } },
    });
  });

  test("reads limits, and leaves out what was emptied", () => {
    const limited = valueFrom(edited(one, "q2", { least: "١", most: "2,5", decimals: "yes", required: "yes" }));
    expect(findQuestion(limited, "q2")).toMatchObject({ least: 1, most: 2.5, decimals: true, required: true });
    const open = valueFrom(edited(limited, "q2", { least: "", most: "", decimals: "", required: "" }));
    expect(questionFields(findQuestion(open, "q2")!, "en")).toEqual(questionFields(findQuestion(one, "q2")!, "en"));
  });
});

describe("other forms", () => {
  const ends = [{ name: "early", when: says("q1", "no"), words: inAll("Bye"), sends: false }];
  const one = sample([
    page("one", [yesNo("q1")], { ends, intro: inAll("Intro") }),
    page("two", [oneOf("q2", ["a", "b"])]),
  ]);

  test("sent back as they were change nothing", () => {
    for (const sheet of [
      wholeSheet,
      pageSheet("one"),
      endSheet("one", "early"),
      translationSheet({ page: "two", part: 1 }, "fr"),
    ])
      expect(instrumentText(valueFrom(sheet.apply(one, { ...sheet.fields(one), do: "save" })))).toBe(
        instrumentText(one),
      );
  });

  test("of what is not there hold nothing", () => {
    for (const sheet of [
      pageSheet("three"),
      endSheet("one", "late"),
      questionSheet("q9"),
      translationSheet({ page: "three", part: 1 }, "fr"),
    ])
      expect(sheet.fields(one)).toBeNull();
  });

  test("an introduction that is emptied in its last language goes", () => {
    const alone = sample([page("one", [yesNo("q1")], { intro: { en: "Only here" } })]);
    expect(
      valueFrom(pageSheet("one").apply(alone, { name: "one", title: "One", intro: "" })).pages[0],
    ).not.toHaveProperty("intro");
  });

  test("the language that is written in stands first among those that are spoken", () => {
    const values = { ...wholeSheet.fields(one), languages: ["ar", "fr"], main: "ar" };
    expect(valueFrom(wholeSheet.apply(one, values)).languages).toEqual(["ar", "fr"]);
    expect(wholeSheet.apply(one, { ...values, main: "es" })).toMatchObject({
      refusal: { fields: { main: "questionnaires.error.main-language" } },
    });
    expect(wholeSheet.apply(one, { ...values, languages: [] })).toMatchObject({
      refusal: { fields: { languages: "questionnaires.error.languages" } },
    });
  });
});

describe("translating", () => {
  test("finds every text once, under a key of its own within its page", () => {
    const standard = standardInstrument();
    const texts = writtenTexts(standard);
    expect(texts.map(({ words }) => words)).toEqual(
      expect.arrayContaining(textsOf(standard).map(({ words }) => words)),
    );
    expect(texts.length).toBe(textsOf(standard).length);
    expect(new Set(texts.map(({ page: on, key }) => `${on} ${key}`)).size).toBe(texts.length);
  });

  test("counts what the check of the whole counts", () => {
    const gaps = sample([
      page("one", [oneOf("q1", [], { options: [option("a"), { code: "b", label: { en: "B" } }] })], {
        title: { en: "Only" },
      }),
    ]);
    expect(missingByLanguage(gaps)).toEqual(LOCALES.map((locale) => ({ locale, missing: locale === "en" ? 0 : 2 })));
    expect(translationFaults(gaps).length).toBe(6);
    expect(translationState(gaps, "fr").find(({ page: on }) => on === "one")).toMatchObject({ missing: 2 });
  });

  test("writes one language of one page, and goes on to the next with something missing", () => {
    const gaps = sample([page("one", [yesNo("q1", { label: { en: "Q1" } })]), page("two", [yesNo("q2")])]);
    expect(nextToTranslate(gaps, "fr", WHOLE)).toBe("one");
    const done = valueFrom(
      translationSheet({ page: "one", part: 1 }, "fr").apply(gaps, { title: "Un", "q1.label": "Question une" }),
    );
    expect(findQuestion(done, "q1")?.label).toEqual({ en: "Q1", fr: "Question une" });
    expect(nextToTranslate(done, "fr", WHOLE)).toBeNull();
  });
});

test("a code is made of a text in Latin letters, and of no other", () => {
  expect(codeOfText("Banque n° 2 – fermée")).toBe("banque_n_2_fermee");
  expect(codeOfText("لا نعرف")).toBe("");
  expect(codeOfText("constructor")).toBe("");
});
