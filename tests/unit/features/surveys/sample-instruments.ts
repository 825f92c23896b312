import type { Condition } from "#app/features/surveys/instruments/condition.ts";
import type { Instrument, Page, Question } from "#app/features/surveys/instruments/instrument.ts";
import type { Words } from "#app/features/surveys/instruments/words.ts";

/** The same words in all languages, told apart. */
export const inAll = (text: string): Words => ({
  en: text,
  fr: `${text} (fr)`,
  es: `${text} (es)`,
  ar: `${text} (ar)`,
});

export const option = (code: string, exclusive?: true) => ({
  code,
  label: inAll(`Option ${code}`),
  ...(exclusive && { exclusive }),
});

type Loose = Partial<Record<string, unknown>>;
const made =
  (kind: Question["kind"]) =>
  (name: string, more: Loose = {}) =>
    ({ kind, name, label: inAll(`Question ${name}`), ...more }) as unknown as Question;

export const yesNo = made("yes-no");
export const statement = made("statement");
export const text = (name: string, more: Loose = {}) => made("short-text")(name, { most: 100, ...more });
export const longText = (name: string, more: Loose = {}) => made("long-text")(name, { most: 500, ...more });
export const number = made("number");
export const numberByRow = made("number-by-row");
export const quarter = made("quarter");
export const quarterByRow = made("quarter-by-row");
export const places = (name: string, more: Loose = {}) => made("places")(name, { countries: 2, ...more });
export const oneOf = (name: string, codes: readonly string[], more: Loose = {}) =>
  made("one-of")(name, { options: codes.map((code) => option(code)), ...more });
export const band = (name: string, codes: readonly string[], more: Loose = {}) =>
  made("band")(name, { options: codes.map((code) => option(code)), ...more });
export const manyOf = (name: string, codes: readonly string[], more: Loose = {}) =>
  made("many-of")(name, { options: codes.map((code) => option(code, code === "none" ? true : undefined)), ...more });
export const ranking = (name: string, codes: readonly string[], most: number, more: Loose = {}) =>
  made("ranking")(name, { options: codes.map((code) => option(code)), places: most, ...more });
export const matrix = (name: string, rows: readonly string[], codes: readonly string[], more: Loose = {}) =>
  made("matrix")(name, {
    rows: rows.map((code) => option(code)),
    options: codes.map((code) => option(code)),
    ...more,
  });

export function page(name: string, questions: readonly Question[], more: Partial<Page> = {}): Page {
  return { name, title: inAll(`Page ${name}`), questions, ...more };
}

export function instrument(pages: readonly Page[], more: Partial<Instrument> = {}): Instrument {
  return {
    format: 1,
    name: "sample",
    version: 1,
    languages: ["en", "fr", "es", "ar"],
    title: inAll("Sample"),
    thanks: inAll("Thank you"),
    pages,
    ...more,
  };
}

export const says = (question: string, value: string): Condition => ({ op: "equals", question, value });
export const includes = (question: string, value: string): Condition => ({ op: "includes", question, value });
export const answered = (question: string): Condition => ({ op: "answered", question });
export const not = (of: Condition): Condition => ({ op: "not", of });
export const all = (...of: readonly Condition[]): Condition => ({ op: "all", of });
export const any = (...of: readonly Condition[]): Condition => ({ op: "any", of });
