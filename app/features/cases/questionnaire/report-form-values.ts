import type { Answer, CaseReport, QuestionKey } from "#app/features/cases/case-report.ts";
import type { DateWithPrecision } from "#app/kernel/date-with-precision.ts";
import { formatAmount } from "#app/kernel/money.ts";
import { DEADLINES } from "./case-forms-dates.ts";
import { partsOfDate } from "./date-fields.ts";
import { resultField, triedField } from "./remedy-fields.ts";

export type ReportFormValues = Readonly<Record<string, string | readonly string[]>>;

type Writer<Key extends QuestionKey> = (answer: Answer<Key>, locale: string) => ReportFormValues;

/** Questions whose inputs are not named and filled as their answer is. */
const WRITERS: { readonly [Key in QuestionKey]?: Writer<Key> } = {
  started: ({ startedOn }) => pastDateFields("startedOn", startedOn),
  ended: ({ endedOn }) => pastDateFields("endedOn", endedOn),
  deadlines: (days) => Object.assign({}, ...DEADLINES.map((name) => partsOfDate(name, days[name]))),
  amount: ({ amountBand, ...money }, locale) => ({
    ...moneyFields("money", money, locale),
    amountBand: amountBand ?? "",
  }),
  extraCost: ({ staffDays, ...money }, locale) => ({
    ...moneyFields("extraCost", money, locale),
    staffDays: shown(staffDays),
  }),
  remedyResults: ({ results }) =>
    Object.assign(
      {},
      ...results.map(({ remedy, result, triedOn }) => ({
        [resultField(remedy)]: result,
        ...partsOfDate(triedField(remedy), triedOn?.date ?? null),
      })),
    ),
};

/** What the inputs of a question show when its page is opened again. */
export function formValuesOf(key: QuestionKey, report: CaseReport, locale: string): ReportFormValues {
  const answer = report[key];
  if (answer === undefined) return {};
  const write = WRITERS[key] as Writer<QuestionKey> | undefined;
  return write
    ? write(answer, locale)
    : Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, shown(value)]));
}

function shown(value: unknown): string | readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === null || value === undefined ? "" : String(value);
}

function moneyFields(
  name: string,
  { currency, amountMinor }: Pick<Answer<"extraCost">, "currency" | "amountMinor">,
  locale: string,
): ReportFormValues {
  const amount = currency !== null && amountMinor !== null ? formatAmount({ amountMinor, currency }, locale) : "";
  return { [`${name}Currency`]: currency ?? "", [`${name}Amount`]: amount };
}

function pastDateFields(name: string, { date, precision }: DateWithPrecision): ReportFormValues {
  return { ...partsOfDate(name, date), [`${name}Precision`]: precision };
}
