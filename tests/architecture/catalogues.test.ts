import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { INTL_TAGS, LOCALES, type Locale } from "#app/i18n/locales.ts";

const folder = join(import.meta.dirname, "../../app/i18n/messages");
const slices = readdirSync(join(folder, "en"));
const OTHERS = LOCALES.filter((locale) => locale !== "en");

/** Words that are the same in another language, names, and messages that are only placeholders. */
const SAME_WORDS = new Set([
  "Thaw",
  "Date",
  "Type",
  "Action",
  "Actions",
  "Source",
  "Sources",
  "Notes",
  "Note",
  "Message",
  "Messages",
  "Description",
  "Total",
  "Base",
  "Pages",
  "Version",
  "Danger",
  "Code",
  "Contact",
  "Motif",
  "Institution",
  "Institutions",
  "Organisation",
  "Organisations",
  "Document",
  "Documents",
  "Question",
  "Questions",
  "Public",
  "Important",
  "Consultation",
  "Donation",
  "Email",
  "PDF",
  "Word",
  "CSV",
  "JSON",
  "TLP",
  "Error:",
  "No",
  "Analyst",
  "Urgent",
  "Original",
  "Service",
  "Services",
  "Phase",
  "Archives",
  "Transition",
  "Incident",
  "organisations",
  "{count, plural, one {# organisation} other {# organisations}}",
  "Invitation",
  "Questionnaire",
  "Questionnaires",
  "Introduction",
  "Page",
  "{count, plural, one {# question} other {# questions}}",
]);

function flat(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => flat(inner, `${path}.${key}`));
}

function catalogue(locale: Locale): Map<string, string> {
  const files = readdirSync(join(folder, locale));
  return new Map(
    files.flatMap((file) => flat(JSON.parse(readFileSync(join(folder, locale, file), "utf8")), file.slice(0, -5))),
  );
}

const catalogues = Object.fromEntries(LOCALES.map((locale) => [locale, catalogue(locale)])) as Record<
  Locale,
  Map<string, string>
>;
const english = catalogues.en;

/** Names of placeholders and tags, however deep in plurals. */
function placeholders(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...placeholders(element.children)];
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => placeholders(value))];
    return [element.value];
  });
}

const namesIn = (message: string) => [...new Set(placeholders(parse(message)))].sort().join(" ");

function isOnlyPlaceholders(message: string): boolean {
  return message.replaceAll(/[{][^{}]*[}]|<[^>]*>/g, "").replaceAll(/[^\p{L}]/gu, "").length < 2;
}

describe("messages", () => {
  test("exist in all four languages, in the same files", () => {
    for (const locale of LOCALES) expect(readdirSync(join(folder, locale)), locale).toEqual(slices);
  });

  test.each(LOCALES)("of %s can be parsed and are not empty", (locale) => {
    const broken = [...catalogues[locale]].filter(([, message]) => {
      try {
        return message.trim() === "" || parse(message).length === 0;
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });

  test.each(OTHERS)("of %s have the keys of the English ones", (locale) => {
    const keys = catalogues[locale];
    expect({
      missing: [...english.keys()].filter((key) => !keys.has(key)),
      extra: [...keys.keys()].filter((key) => !english.has(key)),
    }).toEqual({
      missing: [],
      extra: [],
    });
  });

  test.each(OTHERS)("of %s have the placeholders of the English ones", (locale) => {
    const wrong = [...catalogues[locale]].filter(
      ([key, message]) => english.has(key) && namesIn(message) !== namesIn(english.get(key) ?? ""),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  test.each(OTHERS)("of %s are translated", (locale) => {
    const copies = [...catalogues[locale]].filter(
      ([key, message]) => message === english.get(key) && !SAME_WORDS.has(message) && !isOnlyPlaceholders(message),
    );
    expect(copies).toEqual([]);
  });

  test.each(LOCALES)("of %s have every plural form that the language knows", (locale) => {
    const forms = new Intl.PluralRules(INTL_TAGS[locale]).resolvedOptions().pluralCategories;
    // French and Spanish know a form for millions; counts here do not get there. Nought may read like "other".
    const wanted = forms.filter((form) => form !== "zero" && !(form === "many" && locale !== "ar"));
    const incomplete = [...catalogues[locale]].filter(([, message]) =>
      pluralsIn(parse(message)).some((options) => wanted.some((form) => !options.includes(form))),
    );
    expect(incomplete.map(([key]) => key)).toEqual([]);
  });

  test.each(LOCALES)("of %s choose by their key and never by a word that is put in", (locale) => {
    // In Arabic such a word is kept apart by marks around it, and would equal none of the choices.
    expect([...catalogues[locale]].filter(([, message]) => /,\s*select\s*,/.test(message))).toEqual([]);
  });

  test("belong to a slice that is typed", () => {
    const typed = readFileSync(join(folder, "../slices.ts"), "utf8");
    expect(slices.filter((file) => !typed.includes(`#app/i18n/messages/en/${file}`))).toEqual([]);
  });
});

function pluralsIn(elements: readonly MessageFormatElement[]): string[][] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return pluralsIn(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const inner = Object.values(element.options).flatMap(({ value }) => pluralsIn(value));
    return element.type === TYPE.plural ? [Object.keys(element.options), ...inner] : inner;
  });
}
