// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm writes its variables so
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvOf, sheetsOfCsv } from "#app/features/surveys/exchange/csv-sheets.ts";
import type { Sheet } from "#app/features/surveys/exchange/sheet.ts";
import { readXlsForm } from "#app/features/surveys/exchange/xlsform-read.ts";
import { xlsFormOf } from "#app/features/surveys/exchange/xlsform-write.ts";
import type { Instrument, Question } from "#app/features/surveys/instruments/instrument.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import { withFixedCodes } from "#app/features/surveys/instruments/read-instrument.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { anyInstrument } from "../arbitraries.ts";
import {
  all,
  answered,
  any,
  inAll,
  includes,
  instrument,
  longText,
  manyOf,
  matrix,
  not,
  number,
  numberByRow,
  oneOf,
  option,
  page,
  places,
  quarter,
  quarterByRow,
  ranking,
  says,
  statement,
  text,
  yesNo,
} from "../sample-instruments.ts";

const written = (of: Instrument) => xlsFormOf(of, codeWordsIn);
const cells = (of: Instrument, name: string): Readonly<Record<string, string>>[] => {
  const { rows } = written(of).sheets.find((sheet) => sheet.name === name)!;
  return rows.slice(1).map((row) => Object.fromEntries(rows[0]!.map((column, at) => [column, row[at]!])));
};
const back = (of: Instrument) => readXlsForm(written(of).sheets);

/** Every kind, with whatever it can have. */
const rich = instrument([
  page(
    "one",
    [
      statement("hello"),
      yesNo("q1", { required: true }),
      yesNo("q2", { unsure: true, mayDecline: true }),
      oneOf("q3", ["a", "b"], { help: inAll("Help") }),
      manyOf("q4", ["a", "b", "none"], { atMost: 2, mayDecline: true }),
      number("q5", { least: 0, most: 9.5, decimals: true, mayDecline: true, required: true }),
      quarter("q6"),
      places("q7", { mayDecline: true }),
      ranking("q8", ["a", "b", "c"], 2),
    ],
    {
      intro: inAll("Intro"),
      ends: [
        { name: "early", when: says("q1", "no"), words: inAll("Bye"), sends: false },
        { name: "later", when: includes("q4", "none"), words: inAll("Thanks"), sends: true },
      ],
    },
  ),
  page("two", [
    text("q9", { most: 12, apart: true }),
    longText("q10", { mayDecline: true, shownWhen: all(answered("q2"), not(answered("q4"))) }),
    matrix("q11", [], ["no", "yes"], {
      required: true,
      mayDecline: true,
      rows: [
        {
          list: "incident_type",
          only: ["account_closed", "account_frozen"],
          heading: { list: "incident_group", code: "account" },
        },
        option("own"),
      ],
    }),
    { ...numberByRow("q12", { least: 1 }), rows: { from: "q11", where: ["yes"] } } as Question,
    { ...quarterByRow("q13"), rows: { from: "q4", except: ["none"] } } as Question,
    manyOf("q14", [], {
      options: [{ list: "remedy", only: ["complaint", "none_tried"], exclusive: ["none_tried"] }, option("own")],
    }),
  ]),
  page(
    "three",
    [
      text("q15", { shownWhen: any(answered("q7"), answered("q11"), { op: "more-than", question: "q5", value: 2.5 }) }),
      text("q16", { shownWhen: { op: "any-row", question: "q11", rows: ["account_closed", "own"], values: ["yes"] } }),
      text("q17", { shownWhen: { op: "any-row", question: "q11", values: ["no", "yes"] } }),
      text("q18", { shownWhen: includes("q7", "africa") }),
    ],
    { shownWhen: any(says("q3", "b"), includes("q8", "c")) },
  ),
]);

describe("an instrument as XLSForm", () => {
  test("comes back as it was, of every kind", () => {
    expect(back(rich)).toEqual({ instrument: rich, messages: [] });
  });

  test("comes back as it was, the standard one", () => {
    expect(back(standardInstrument())).toEqual({ instrument: standardInstrument(), messages: [] });
  });

  test("comes back as it was, whatever it asks", () => {
    fc.assert(
      fc.property(anyInstrument({ carries: true }), (of) => {
        expect(back(of)).toEqual({ instrument: withFixedCodes(of), messages: [] });
      }),
      { numRuns: 200 },
    );
  });

  test("comes back as it was through one file of comma-separated values", () => {
    const { sheets, messages } = sheetsOfCsv(csvOf(written(rich).sheets));
    expect(messages).toEqual([]);
    expect(readXlsForm(sheets)).toEqual({ instrument: rich, messages: [] });
  });

  test("is refused as comma-separated values where it has more rows or columns than a workbook may have", () => {
    const refused = [{ code: "workbook-too-large" }];
    const rows = ",colour,red\n".repeat(20_000);
    expect(sheetsOfCsv(`choices\n,list_name,name\n${rows}`).messages).toEqual(refused);
    expect(sheetsOfCsv(`survey\n${",x".repeat(400)}\n`).messages).toEqual(refused);
  });

  test("names its languages as XLSForm does", () => {
    const [head] = written(rich).sheets[0]!.rows;
    expect(head!.slice(0, 6)).toEqual([
      "type",
      "name",
      "label::English (en)",
      "label::Français (fr)",
      "label::Español (es)",
      "label::العربية (ar)",
    ]);
    expect(cells(rich, "settings")[0]).toMatchObject({
      form_id: "sample",
      version: "1",
      default_language: "English (en)",
    });
  });

  test("has the words of its codes beside them, for tools that know no lists", () => {
    const of = instrument([
      page("one", [oneOf("q1", [], { options: [{ list: "duration_band", only: ["lt_1w", "ongoing"] }] })]),
    ]);
    expect(cells(of, "choices")).toMatchObject([
      { list_name: "q1", name: "lt_1w", "label::English (en)": "Less than a week", thaw_list: "duration_band" },
      { name: "ongoing", "label::Français (fr)": "Toujours en cours" },
    ]);
  });

  test("asks for the rows of a matrix in other tools too, each as long as its earlier answer holds", () => {
    const rows = cells(rich, "survey").filter(({ name }) => name!.startsWith("q12__"));
    expect(rows[0]).toMatchObject({
      type: "integer",
      name: "q12__account_closed",
      relevant: "${q11__account_closed} = 'yes'",
    });
  });

  test("asks nothing in other tools of whoever has come to an end", () => {
    const groups = cells(rich, "survey").filter(({ type }) => type === "begin_group");
    expect(groups.find(({ name }) => name === "two")!.relevant).toBe(
      "not(${q1} = 'no') and not(selected(${q4}, 'none'))",
    );
  });

  test("takes an answer that was declined for none, in other tools too", () => {
    expect(cells(rich, "survey").find(({ name }) => name === "q10")!.relevant).toBe(
      "((${q2} != '' and not(${q2} = 'prefer_not_to_say')) and not(${q4} != '' and not(selected(${q4}, 'prefer_not_to_say'))))",
    );
  });

  test("says what other tools will not have of it", () => {
    const help = oneOf("q1", [], { options: [option("a"), { ...option("b"), help: inAll("Help") }] });
    const of = instrument([
      page("one", [
        help,
        quarter("q2", { latest: "2026-Q1" }),
        ranking("q3", ["a", "b"], 1),
        yesNo("q4", { apart: true }),
      ]),
    ]);
    expect(written(of).messages).toEqual([
      { code: "own-columns" },
      { code: "option-help-lost", item: "q1" },
      { code: "quarter-limits-lost", item: "q2" },
      { code: "ranking-of-some", item: "q3" },
      { code: "apart-for-us-only", item: "q4" },
    ]);
  });
});

const foreign = (
  survey: readonly (readonly string[])[],
  choices: readonly (readonly string[])[] = [],
): readonly Sheet[] => [
  { name: "survey", rows: survey },
  { name: "choices", rows: [["list_name", "name", "label"], ...choices] },
];
const HEAD = ["type", "name", "label", "relevant", "constraint", "required", "appearance"];

describe("a form of another tool", () => {
  test("is read as far as it is known, in one language", () => {
    const { instrument: of, messages } = readXlsForm(
      foreign(
        [
          HEAD,
          ["select_one yn", "Consent", "Do you agree?", "", "", "yes"],
          ["begin group", "about", "About you", "${Consent} = 'y'"],
          ["integer", "age", "Age?", "", ". >= 18 and . <= 99"],
          ["select_multiple fruit", "likes", "Which?"],
          ["text", "why", "Why?", "selected(${likes}, 'pear') and ${age} > 20"],
          ["end group"],
        ],
        [
          ["yn", "y", "Yes"],
          ["yn", "n", "No"],
          ["fruit", "pear", "Pear"],
          ["fruit", "fig", "Fig"],
        ],
      ),
    );
    expect(messages).toEqual([
      { code: "language-missing", sheet: "survey" },
      { code: "name-changed", sheet: "survey", row: 2, item: "Consent" },
    ]);
    expect(of).toMatchObject({
      languages: ["en"],
      pages: [
        {
          name: "page_1",
          questions: [
            {
              kind: "one-of",
              name: "consent",
              required: true,
              options: [{ code: "y", label: { en: "Yes" } }, { code: "n" }],
            },
          ],
        },
        {
          name: "about",
          shownWhen: says("consent", "y"),
          questions: [
            { kind: "number", name: "age", least: 18, most: 99 },
            { kind: "many-of", name: "likes" },
            {
              kind: "short-text",
              name: "why",
              shownWhen: all(includes("likes", "pear"), { op: "more-than", question: "age", value: 20 }),
            },
          ],
        },
      ],
    });
  });

  test.each<[string, readonly string[], object]>([
    ["a kind of question", ["geopoint", "where", "Where?"], { code: "type-not-held", item: "geopoint" }],
    ["a list that is not there", ["select_one gone", "q2", "Which?"], { code: "list-missing", item: "gone" }],
    [
      "a calculation in a condition",
      ["text", "q2", "Why?", "${q1} + 1 > 2"],
      { code: "expression-not-held", item: "${q1} + 1 > 2" },
    ],
    [
      "a condition on a question that is not there",
      ["text", "q2", "Why?", "${gone} = 'a'"],
      { code: "expression-not-held", item: "${gone} = 'a'" },
    ],
    [
      "a constraint",
      ["integer", "q2", "How many?", "", ". mod 2 = 0"],
      { code: "constraint-not-held", item: ". mod 2 = 0" },
    ],
  ])("says that it holds %s which cannot be held, and where", (_, row, message) => {
    const { instrument: of, messages } = readXlsForm(foreign([HEAD, ["integer", "q1", "One?"], row]));
    expect(messages).toContainEqual({ ...message, sheet: "survey", row: 3 });
    expect(of!.pages[0]!.questions[0]!.name).toBe("q1");
  });

  test.each<[string, readonly Sheet[], object]>([
    ["there is no survey", [{ name: "choices", rows: [] }], { code: "sheet-missing", item: "survey" }],
    [
      "a column is missing",
      [{ name: "survey", rows: [["type", "label"]] }],
      { code: "column-missing", sheet: "survey", item: "name" },
    ],
    [
      "a group is not closed",
      foreign([HEAD, ["begin_group", "a", "A"]]),
      { code: "group-not-closed", sheet: "survey", row: 2, item: "a" },
    ],
    [
      "a group ends that never began",
      foreign([HEAD, ["end_group"]]),
      { code: "group-not-open", sheet: "survey", row: 2 },
    ],
    ["there is nothing in it", foreign([HEAD]), { code: "misformed", item: "pages" }],
  ])("is refused where %s", (_, sheets, message) => {
    const read = readXlsForm(sheets);
    expect(read.instrument).toBeNull();
    expect(read.messages).toContainEqual(message);
  });

  test("never stops reading, whatever stands in its cells", () => {
    const cell = fc.oneof(
      fc.constantFrom(...HEAD, "begin_group", "end_group", "select_one a", "note", "((((", "${a} = 'b", "not("),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 8 }), (rows) => {
        expect(() => readXlsForm(foreign([HEAD, ...rows]))).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
