import { describe, expect, test } from "vitest";
import { Form, type FormResult } from "#app/design-system/forms/form.tsx";
import { answersInWords } from "#app/features/surveys/answering/answer-words.ts";
import { drawnPage } from "#app/features/surveys/answering/drawn-page.ts";
import { fieldLabels } from "#app/features/surveys/answering/field-labels.ts";
import type { Filled } from "#app/features/surveys/answering/field-names.ts";
import { readPage, refusalOf } from "#app/features/surveys/answering/read-page.ts";
import { AnswerList } from "#app/features/surveys/answering/ui/answer-list.tsx";
import { Questions } from "#app/features/surveys/answering/ui/questions.tsx";
import { type Answers, DECLINED } from "#app/features/surveys/instruments/answer-value.ts";
import { type Instrument, KINDS, type Question } from "#app/features/surveys/instruments/instrument.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import { routed } from "#app/features/surveys/instruments/routing.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { drawn } from "../../../../support/drawn.tsx";
import {
  band,
  instrument,
  longText,
  manyOf,
  matrix,
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

interface Shown {
  readonly answers?: Answers;
  readonly locale?: Locale;
  readonly at?: string;
  /** what was posted and came back */
  readonly posted?: Filled;
}

function html(of: Instrument, { answers = {}, locale = "en", at = of.pages[0]!.name, posted }: Shown = {}): string {
  const walk = routed(of, answers);
  const asked = walk.pages.find((one) => one.page.name === at)!;
  const view = drawnPage(of, walk, asked, { locale, words: codeWordsIn(locale), today: "2026-11-22" });
  const refusal = posted && refusalOf(readPage(of, answers, at, posted));
  const result: FormResult | undefined = refusal ? { refusal, values: posted } : undefined;
  return drawn(
    <Form defaults={view.filled} labels={fieldLabels(view)} {...(result && { result })}>
      <Questions page={view} />
    </Form>,
    { locale },
  );
}

const one = (question: Question) => instrument([page("one", [question])]);
const rows = { rows: [option("r"), option("s")] };

const EACH: Record<string, [Question, Answers[string] | null]> = {
  statement: [statement("q"), null],
  "yes-no": [yesNo("q"), "yes"],
  "one-of": [oneOf("q", ["a", "b"]), "b"],
  "many-of": [manyOf("q", ["a", "b"]), ["a", "b"]],
  band: [band("q", ["a", "b"]), "a"],
  matrix: [matrix("q", ["r", "s"], ["no", "yes"]), { r: "yes", s: "no" }],
  number: [number("q"), 12],
  "number-by-row": [numberByRow("q", rows), { r: 3 }],
  quarter: [quarter("q"), "2026-Q1"],
  "quarter-by-row": [quarterByRow("q", rows), { s: "2026-Q2" }],
  places: [places("q"), { regions: ["africa"], countries: ["KE", "UG"] }],
  ranking: [ranking("q", ["a", "b", "c"], 2), ["c", "a"]],
  "short-text": [text("q"), "a few words"],
  "long-text": [longText("q"), "more\nwords"],
};

/** What a browser without scripts would send back, were the page posted as it stands. */
function postedFrom(markup: string): Filled {
  const sent: Record<string, string[]> = {};
  const add = (name: string, value: string) => {
    sent[name] = [...(sent[name] ?? []), value];
  };
  const plain = (text: string) => text.replaceAll("&#x27;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  const attribute = (tag: string, name: string) => plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
  for (const [tag] of markup.matchAll(/<input [^>]*>/g)) {
    const isTicked = !/type="(?:radio|checkbox)"/.test(tag) || tag.includes(' checked=""');
    if (isTicked) add(attribute(tag, "name"), attribute(tag, "value"));
  }
  for (const [, tag, inner] of markup.matchAll(/(<select [^>]*>)(.*?)<\/select>/gs))
    add(attribute(tag!, "name"), attribute(/<option [^>]*selected=""[^>]*>/.exec(inner!)?.[0] ?? "", "value"));
  for (const [, tag, inner] of markup.matchAll(/(<textarea [^>]*>)(.*?)<\/textarea>/gs))
    add(attribute(tag!, "name"), plain(inner!));
  return sent;
}

describe("a question that is drawn", () => {
  test("stands here for every kind there is", () => {
    expect(Object.keys(EACH).sort()).toEqual([...KINDS].sort());
  });

  test.each(KINDS)("of kind %s comes back from a browser without scripts as it was answered", (kind) => {
    const [question, value] = EACH[kind]!;
    const answers = value === null ? {} : { q: value };
    const read = readPage(one(question), {}, "one", postedFrom(html(one(question), { answers })));
    expect(read).toEqual({ answers, errors: [], fresh: [] });
  });

  test.each(KINDS.filter((kind) => kind !== "statement"))("of kind %s can be declined", (kind) => {
    const question = { ...EACH[kind]![0], mayDecline: true, required: true } as Question;
    const markup = html(one(question), { answers: { q: DECLINED } });
    expect(markup).toContain("Prefer not to say");
    expect(readPage(one(question), {}, "one", postedFrom(markup))).toEqual({
      answers: { q: DECLINED },
      errors: [],
      fresh: [],
    });
  });

  test.each(KINDS.filter((kind) => kind !== "statement"))(
    "of kind %s that must be answered has its error linked from a summary",
    (kind) => {
      const question = { ...EACH[kind]![0], required: true } as Question;
      const markup = html(one(question), { posted: { asked: "q" } });
      const [, target] = /<div class="error-summary".*?<a href="#([^"]+)">/s.exec(markup)!;
      expect(markup).toContain(`id="${target}"`);
      expect(markup).toContain("field__error");
      expect(markup).toMatch(/aria-describedby="[^"]*-error/);
    },
  );

  test("keeps what was typed when it comes back with an error", () => {
    const of = instrument([page("one", [number("q1"), text("q2")])]);
    const markup = html(of, { posted: { asked: "q1 q2", q1: "a dozen", q2: "kept" } });
    expect(markup).toContain('value="a dozen"');
    expect(markup).toContain('value="kept"');
  });

  test("says in the summary which question a problem belongs to", () => {
    const of = instrument([page("one", [yesNo("q1", { required: true }), yesNo("q2", { required: true })])]);
    const markup = html(of, { posted: { asked: "q1 q2" } });
    expect(markup).toContain(">Question q1: Choose one answer</a>");
    expect(markup).toContain(">Question q2: Choose one answer</a>");
  });

  test("says what may be left empty, and which limits hold", () => {
    const markup = html(one(number("q", { least: 1, most: 9 })));
    expect(markup).toContain("(optional)");
    expect(markup).toContain("A number from 1 to 9");
  });

  test("offers a long list as one to open", () => {
    const codes = Array.from({ length: 13 }, (_, at) => `c${at}`);
    expect(html(one(oneOf("q", codes)))).toContain("<select");
    expect(html(one(oneOf("q", codes.slice(1))))).not.toContain("<select");
  });

  test("names a group for each row of a matrix, so that its answers are heard with it", () => {
    const markup = html(one(matrix("q", ["r"], ["no", "yes"])));
    expect(markup).toContain('role="radiogroup" aria-labelledby="field-q--r-row-label"');
    expect(markup).toContain('<span id="field-q--r-row-label">Option r</span>');
  });

  test("says the language of its words where the instrument does not speak the reader's", () => {
    const of = instrument([page("one", [yesNo("q")])], { languages: ["en"] });
    expect(html(of, { locale: "ar" })).toContain('<span lang="en" dir="ltr">Question q</span>');
    expect(html(of, { locale: "en" })).not.toContain("lang=");
  });

  test("never turns words of an instrument into markup", () => {
    const markup = html(one(yesNo("q", { label: { en: "<script>alert(1)</script>" } })));
    expect(markup).not.toContain("<script>");
  });
});

describe("the standard instrument, drawn", () => {
  const said: Answers = {
    q1: "yes",
    q2: "c2_aggregate",
    q3: "yes",
    q13: { account_closed: "once", transfer_delayed: "once", card_cancelled: "no", service: "once", digital: "once" },
    q16: ["commercial_bank"],
    q23: "lt_1k",
    q27: ["travel"],
    q29: ["staff_unpaid", "beneficiaries_affected"],
    q32: ["complaint"],
  };
  const standard = standardInstrument();

  test.each(LOCALES)("has words for everything on every page in %s, and no id twice", (locale) => {
    for (const { page: of } of routed(standard, said).pages) {
      const markup = html(standard, { answers: said, locale, at: of.name });
      expect(markup).not.toMatch(/surveys\.[a-z]/);
      const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    }
  });

  test("comes to all its pages", () => {
    expect(routed(standard, said).pages.length).toBe(standard.pages.length);
  });
});

describe("answers before they are sent", () => {
  const of = instrument([
    page("one", [yesNo("q1", { mayDecline: true }), quarter("q2"), matrix("q3", ["r"], ["no", "yes"])]),
    page("two", [text("q4", { shownWhen: says("q1", "yes") }), text("q5")]),
  ]);

  test.each([
    ["en", "January to March 2026"],
    ["fr", "Janvier à mars 2026"],
    ["es", "Enero a marzo de 2026"],
    ["ar", "يناير إلى مارس"],
  ] as const)("are listed with their way back in %s", (locale, words) => {
    const answers: Answers = { q1: DECLINED, q2: "2026-Q1", q3: { r: "yes" } };
    const pages = answersInWords(of, routed(of, answers), locale, codeWordsIn(locale));
    const markup = drawn(<AnswerList pages={pages} hrefOf={(name) => `/survey/${name}`} />, { locale });
    expect(markup).toContain(words);
    expect(markup).toContain('href="/survey/two"');
    expect(markup).not.toContain("q4");
  });
});
