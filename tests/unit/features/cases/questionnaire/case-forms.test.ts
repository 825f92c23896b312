import { describe, expect, test } from "vitest";
import type { z } from "zod";
import * as forms from "#app/features/cases/questionnaire/case-forms.ts";
import { fieldsOf, type OptionLabels } from "#app/features/cases/questionnaire/report-fields.ts";
import { QUESTIONS, questionOf } from "#app/features/cases/questionnaire/report-questions.ts";
import en from "#app/i18n/messages/en/report.json" with { type: "json" };

const problems = (form: z.ZodType, fields: Record<string, unknown>) => {
  const read = form.safeParse(fields);
  return read.success ? [] : read.error.issues.map(({ path, message }) => [path.join("."), message]);
};

const message = (path: string) =>
  path.split(".").reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], { report: en });

describe("a form of the report", () => {
  test("says which answer is missing, as the key of a message", () => {
    expect(problems(forms.incidentForm, {})).toEqual([["mainIncident", "report.incident.required"]]);
    expect(problems(forms.consentForm, { consent: "c0_none" })).toEqual([["consent", "report.consent.required"]]);
  });

  test("has a message for every complaint about an empty or a senseless form", () => {
    const nonsense = Object.fromEntries(
      QUESTIONS.flatMap(({ key }) => fieldsOf(key, {}))
        .flatMap(({ name }) => [name, `${name}Day`, `${name}Year`, `${name}Amount`])
        .map((name) => [name, "x"]),
    );
    const complaints = QUESTIONS.flatMap(({ form }) => [...problems(form, {}), ...problems(form, nonsense)]);
    const unsaid = complaints.filter(([, key]) => typeof message(key!) !== "string");
    expect(complaints.length).toBeGreaterThan(20);
    expect(unsaid.filter(([, key]) => key!.startsWith("report."))).toEqual([]);
  });

  test("ignores the token that comes with every form", () => {
    expect(forms.dangerForm.parse({ dangerToPersons: "no", formToken: "x" })).toEqual({ dangerToPersons: "no" });
  });

  test("takes one tick, several, or none", () => {
    expect(forms.documentsForm.parse({})).toEqual({ documents: [] });
    expect(forms.documentsForm.parse({ documents: "tax_records" })).toEqual({ documents: ["tax_records"] });
    expect(forms.documentsForm.parse({ documents: ["tax_records", "staff_list", "tax_records"] })).toEqual({
      documents: ["tax_records", "staff_list"],
    });
  });

  test("does not take “nothing tried” together with something", () => {
    expect(problems(forms.remediesForm, { remedies: ["none_tried", "complaint"] })).toEqual([
      ["remedies", "report.remedies.none-or-some"],
    ]);
  });

  test("reads whole numbers in Arabic digits", () => {
    expect(forms.peopleForm.parse({ peopleAffected: "١٢" })).toEqual({ peopleAffected: 12, peopleKind: null });
    expect(problems(forms.noticeForm, { noticeDays: "soon" })).toEqual([["noticeDays", "report.number.invalid"]]);
  });
});

describe("a past date", () => {
  const started = (day: string, month: string, year: string, precision = "day") =>
    forms.startedForm.safeParse({
      startedOnDay: day,
      startedOnMonth: month,
      startedOnYear: year,
      startedOnPrecision: precision,
    });

  test("may leave out what is not known", () => {
    expect(started("", "2", "2025").data).toEqual({ startedOn: { date: "2025-02", precision: "month" } });
    expect(started("", "", "2025").data).toEqual({ startedOn: { date: "2025", precision: "year" } });
    expect(started("3", "2", "2025").data).toEqual({ startedOn: { date: "2025-02-03", precision: "day" } });
    expect(started("", "٢", "٢٠٢٥", "month_uncertain").data).toEqual({
      startedOn: { date: "2025-02", precision: "month_uncertain" },
    });
  });

  test("left empty is unknown, unless somebody says that they know it", () => {
    expect(started("", "", "", "as_written").data).toEqual({ startedOn: { date: null, precision: "unknown" } });
    expect(started("", "2", "2025", "as_written").data).toEqual({ startedOn: { date: "2025-02", precision: "month" } });
    expect(started("", "", "").success).toBe(false);
    expect(started("", "", "", "unknown").data).toEqual({ startedOn: { date: null, precision: "unknown" } });
  });

  test("is not tomorrow's and not the thirtieth of February", () => {
    expect(started("30", "2", "2025").success).toBe(false);
    expect(started("1", "1", "2999").success).toBe(false);
    expect(started("3", "", "2025").success).toBe(false);
  });
});

describe("deadlines", () => {
  test("are whole days or nothing", () => {
    expect(forms.deadlinesForm.parse({ closureOnDay: "5", closureOnMonth: "3", closureOnYear: "2026" })).toEqual({
      closureOn: "2026-03-05",
      payrollOn: null,
      hearingOn: null,
      windDownOn: null,
    });
    expect(problems(forms.deadlinesForm, { payrollOnMonth: "3", payrollOnYear: "2026" })).toEqual([
      ["payrollOn", "report.date.day-needed"],
    ]);
  });
});

describe("what coping with it cost", () => {
  test("is money, working days, both or neither, each as it is typed", () => {
    const parse = (typed: object) => forms.extraCostForm.parse(typed);
    expect(parse({ extraCostAmount: "1 200,50", extraCostCurrency: "EUR", staffDays: "12" })).toEqual({
      currency: "EUR",
      amountMinor: 120_050,
      staffDays: 12,
    });
    expect(parse({ staffDays: "٧" })).toEqual({ currency: null, amountMinor: null, staffDays: 7 });
    expect(parse({})).toEqual({ currency: null, amountMinor: null, staffDays: null });
  });

  test("an amount without its currency is told at the place of the amount", () => {
    expect(problems(forms.extraCostForm, { extraCostAmount: "50" })).toEqual([
      ["extraCost", "report.amount.currency-required"],
    ]);
  });

  test("is asked of those who said that it cost more, and of nobody else", () => {
    const question = questionOf("extraCost");
    expect(question.appliesWhen({ consequences: { consequences: ["extra_cost"] } })).toBe(true);
    expect(question.appliesWhen({ consequences: { consequences: ["staff_unpaid"] } })).toBe(false);
  });
});

describe("an amount", () => {
  test("gives its own band", () => {
    expect(forms.amountForm.parse({ moneyAmount: "31.000", moneyCurrency: "EUR", amountBand: "lt_1k" })).toEqual({
      currency: "EUR",
      amountMinor: 3_100_000,
      amountBand: "10k_50k",
    });
  });

  test("can be a band alone, or nothing", () => {
    expect(forms.amountForm.parse({ amountBand: "prefer_not" })).toEqual({
      currency: null,
      amountMinor: null,
      amountBand: "prefer_not",
    });
  });

  test("needs its currency", () => {
    expect(problems(forms.amountForm, { moneyAmount: "50" })).toEqual([["money", "report.amount.currency-required"]]);
  });
});

describe("the story", () => {
  test("is refused while it holds a whole account number", () => {
    expect(problems(forms.storyForm, { story: "Our account DE89 3704 0044 0532 0130 00 was closed." })).toEqual([
      ["story", "report.story.account-number"],
    ]);
  });

  test("may be left empty", () => {
    expect(forms.storyForm.parse({ story: "  " })).toEqual({ story: null });
  });
});

describe("what came of each remedy", () => {
  const tried = { "result-complaint": "partly", "tried-complaintMonth": "3", "tried-complaintYear": "2026" };

  test("carries the date on which it was tried, as far as that is known", () => {
    expect(forms.remedyResultsForm.parse({ ...tried, "result-licence_application": "waiting" })).toEqual({
      results: expect.arrayContaining([
        { remedy: "complaint", result: "partly", triedOn: { date: "2026-03", precision: "month" } },
        { remedy: "licence_application", result: "waiting", triedOn: null },
      ]),
    });
  });

  test("is asked for where there is only a date, and no date of the future is taken", () => {
    expect(problems(forms.remedyResultsForm, { ...tried, "result-complaint": "" })).toEqual([
      ["result-complaint", "report.remedyResults.required"],
    ]);
    expect(problems(forms.remedyResultsForm, { ...tried, "tried-complaintYear": "2199" })).toEqual([
      ["tried-complaint", "report.date.in-future"],
    ]);
    expect(problems(forms.remedyResultsForm, { ...tried, "tried-complaintMonth": "13" })).toEqual([
      ["tried-complaint", "report.date.invalid"],
    ]);
  });
});

describe("the words of the report", () => {
  test("are there for every question, input and option", () => {
    const wanted = QUESTIONS.flatMap(({ key }) => {
      const fields = fieldsOf(key, { remedies: { remedies: ["complaint"] } });
      const labels =
        fields.length > 1 && key !== "remedyResults" ? fields.map(({ name }) => `report.${key}.label.${name}`) : [];
      const options = fields.flatMap((field) =>
        "options" in field ? optionMessages(field.labels, field.options({})) : [],
      );
      return [`report.${key}.title`, `report.${key}.hint`, ...labels, ...options];
    });
    expect(wanted.filter((path) => typeof message(path) !== "string")).toEqual([]);
  });
});

function optionMessages(labels: OptionLabels, codes: readonly string[]): readonly string[] {
  return labels.startsWith("report.") ? codes.map((code) => `${labels}.${code}`) : [];
}
