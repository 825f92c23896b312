import type { Answer, CaseReport, QuestionKey } from "#app/features/cases/case-report.ts";
import { countryName } from "#app/features/registers/country-names.server.ts";
import { type CodeOf, LISTS, type ListName } from "#app/features/taxonomy/codes.ts";
import { labelOf } from "#app/features/taxonomy/labels.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { DateWithPrecision } from "#app/kernel/date-with-precision.ts";
import { DEADLINES } from "./case-forms-dates.ts";
import { questionTitleKey } from "./question-title.ts";
import type { AnswerPart, AnswerSection, ReadAnswer } from "./report-answers.ts";
import { type Field, fieldsOf, type OptionLabels } from "./report-fields.ts";
import { type Question, REPORT_SECTIONS } from "./report-questions.ts";

type Asked = Pick<Question, "key" | "section" | "slug">;

/** Questions and their answers by section. @param hrefOf where an answer can be changed; null: nowhere any more */
export function answerSections(
  questions: readonly Asked[],
  report: CaseReport,
  locale: Locale,
  hrefOf: (slug: string) => string | null,
): readonly AnswerSection[] {
  return REPORT_SECTIONS.map((section) => ({
    section,
    answers: questions
      .filter((question) => question.section === section)
      .map((question) => readAnswer(question, report, locale, hrefOf)),
  })).filter(({ answers }) => answers.length > 0);
}

/** One question and its answer, in the words of one language. */
export function readAnswer(
  { key, slug }: Asked,
  report: CaseReport,
  locale: Locale,
  hrefOf: (slug: string) => string | null,
): ReadAnswer {
  return { titleKey: questionTitleKey(key, report), parts: partsOf(key, report, locale), href: hrefOf(slug) };
}

type Reader<Key extends QuestionKey> = (answer: Answer<Key>, locale: Locale) => readonly AnswerPart[];

/** Questions whose answer does not stand under the names of their inputs. */
const READERS: { readonly [Key in QuestionKey]?: Reader<Key> } = {
  deadlines: (days) =>
    DEADLINES.flatMap((name) => {
      const day = days[name];
      return day
        ? [{ ...date({ date: day, precision: "day" }), of: { message: `report.deadlines.label.${name}` } }]
        : [];
    }),
  amount: ({ currency, amountMinor, amountBand }, locale) => {
    if (currency !== null && amountMinor !== null) return [{ kind: "money", money: { currency, amountMinor } }];
    const band = amountBand ? [words(labelOf("amount_band", amountBand, locale))] : [];
    return [...band, ...(currency ? [words(currency)] : [])];
  },
  extraCost: ({ currency, amountMinor, staffDays }) => [
    ...(currency !== null && amountMinor !== null
      ? [{ kind: "money", money: { currency, amountMinor } } as const]
      : []),
    ...(staffDays === null
      ? []
      : [{ kind: "number", number: staffDays, of: { message: "report.extraCost.label.staffDays" } } as const]),
  ],
  remedyResults: ({ results }, locale) =>
    results.flatMap(({ remedy: code, result, triedOn }): AnswerPart[] => {
      const remedy = labelOf("remedy", code, locale);
      const tried = { words: textFor(locale)("report.remedyResults.tried", { remedy }) };
      return [
        { kind: "message", text: `report.remedyResults.option.${result}`, of: { words: remedy } },
        ...(triedOn ? [{ ...date(triedOn), of: tried }] : []),
      ];
    }),
};

function partsOf(key: QuestionKey, report: CaseReport, locale: Locale): readonly AnswerPart[] {
  const answer = report[key];
  if (answer === undefined) return [];
  const reader = READERS[key] as Reader<QuestionKey> | undefined;
  if (reader) return reader(answer, locale);
  return fieldsOf(key, report).flatMap((field) => {
    const value = (answer as Readonly<Record<string, unknown>>)[field.name];
    return value === null || value === undefined ? [] : fieldParts(field, value, locale);
  });
}

function fieldParts(field: Field, value: unknown, locale: Locale): readonly AnswerPart[] {
  if ("labels" in field) return [value].flat().map((code) => choice(field.labels, String(code), locale));
  if (field.kind === "past-date") return [date(value as DateWithPrecision)];
  if (field.kind === "number") return [{ kind: "number", number: Number(value) }];
  return [{ kind: field.kind === "long-text" ? "story" : "name", text: String(value) }];
}

function choice(labels: OptionLabels, code: string, locale: Locale): AnswerPart {
  if (labels === "countries") return words(countryName(code, locale));
  if (!Object.hasOwn(LISTS, labels)) return { kind: "message", text: `${labels}.${code}` };
  return words(labelOf(labels as ListName, code as CodeOf<ListName>, locale));
}

const words = (text: string): AnswerPart => ({ kind: "words", text });
const date = (value: DateWithPrecision): AnswerPart => ({ kind: "date", date: value });
