import { describe, expect, test } from "vitest";
import { ANSWER_ERRORS, errorKey } from "#app/features/surveys/answering/answer-error.ts";
import { SHEET_MESSAGES } from "#app/features/surveys/exchange/sheet.ts";
import { FAULT_CODES } from "#app/features/surveys/instruments/fault.ts";
import { CHANGES } from "#app/features/surveys/instruments/instrument-comparison.ts";
import { wordsIn } from "#app/features/surveys/instruments/words.ts";
import { textFor } from "#app/i18n/messages.server.ts";

// Every language has the keys of the English one: the architecture tests see to that.
const t = textFor("en");

describe("words", () => {
  test.each([
    ...ANSWER_ERRORS.map(errorKey),
    ...FAULT_CODES.map((code) => `surveys.fault.${code}`),
    ...CHANGES.map((change) => `surveys.change.${change}`),
    ...SHEET_MESSAGES.map((code) => `surveys.sheet.${code}`),
    ...["same", "with-care", "no"].map((verdict) => `surveys.comparable.${verdict}`),
    ...["too-large", "too-deep", "not-json", "misformed"].map((code) => `refusal.instrument.${code}`),
    ...["too-large", "misformed", "of-another-version"].map((code) => `refusal.answers.${code}`),
  ])("exist for %s", (key) => {
    expect(t.has(key)).toBe(true);
  });
});

describe("the words of a questionnaire", () => {
  test("are shown in French with spaces that hold, as the catalogue's are, and in English as they were typed", () => {
    expect(wordsIn({ en: "Why ?", fr: "Pourquoi ?" }, "fr")).toBe("Pourquoi\u00a0?");
    expect(wordsIn({ en: "Why ?", fr: "Pourquoi ?" }, "en")).toBe("Why ?");
    expect(wordsIn({ en: "Why ?" }, "fr")).toBe("Why ?");
  });
});

describe("what stands below a table of a survey", () => {
  const session = (locale: "es" | "fr") => textFor(locale)("briefings.session.assembly", { number: 25 });
  const note = (locale: "es" | "fr") =>
    textFor(locale)("survey-tables.note", { session: session(locale), from: "A", to: "B" });

  test("agrees with the gender of the session", () => {
    expect(note("es")).toContain("antes del 25.º período de sesiones");
    expect(note("fr")).toContain("avant la 25e session");
  });
});
