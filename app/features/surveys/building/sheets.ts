import { findPage, findQuestion, type Instrument, KINDS } from "#app/features/surveys/instruments/instrument.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { ok, refuse } from "#app/kernel/result.ts";
import { NO_QUESTIONNAIRE, wrongFields } from "./building-refusals.ts";
import { applyCondition, conditionAt, conditionFields } from "./condition-sheet.ts";
import { textIn } from "./form-texts.ts";
import { asKind } from "./kind-change.ts";
import { applyEnd, applyPage, applyWhole, endFields, pageFields, wholeFields } from "./page-sheet.ts";
import { placeOfQuestion, replaceQuestion } from "./question-edits.ts";
import { applyQuestion, questionFields } from "./question-sheet.ts";
import type { Sheet } from "./sheet.ts";
import { applyTranslation, type TranslatedPart, textsToTranslate, translationFields } from "./translation-sheet.ts";

/** The language in which a questionnaire is written; all others are translated from it. */
export const mainLanguage = ({ languages }: Instrument): Locale => languages[0] ?? "en";

export const wholeSheet: Sheet = { fields: wholeFields, apply: applyWhole };

export const pageSheet = (name: string): Sheet => ({
  fields: (instrument) => {
    const page = findPage(instrument, name);
    return page && pageFields(page, mainLanguage(instrument));
  },
  apply: (instrument, values) => applyPage(instrument, name, values, mainLanguage(instrument)),
});

export const questionSheet = (name: string): Sheet => ({
  fields: (instrument) => {
    const question = findQuestion(instrument, name);
    return question && questionFields(question, mainLanguage(instrument));
  },
  apply: (instrument, values) => applyQuestion(instrument, name, values, mainLanguage(instrument)),
});

const endAt = (instrument: Instrument, page: string, name: string) =>
  findPage(instrument, page)?.ends?.find((end) => end.name === name) ?? null;

/** An early end is one form: its words, and the condition under which it comes. */
export const endSheet = (page: string, name: string): Sheet => ({
  fields: (instrument) => {
    const end = endAt(instrument, page, name);
    return end && { ...endFields(end, mainLanguage(instrument)), ...conditionFields(end.when) };
  },
  apply: (instrument, values) => {
    const said = applyEnd(instrument, page, name, values, mainLanguage(instrument));
    return said.ok ? applyCondition(said.value, { page, end: name }, values) : said;
  },
});

export const pageConditionSheet = (page: string): Sheet => ({
  fields: (instrument) => (findPage(instrument, page) ? conditionFields(conditionAt(instrument, { page })) : null),
  apply: (instrument, values) => applyCondition(instrument, { page }, values),
});

/** Which page a question stands on may change while its condition is written. */
export const questionConditionSheet = (name: string): Sheet => {
  const placeIn = (instrument: Instrument) => {
    const place = placeOfQuestion(instrument, name);
    return place && { page: place.page.name, question: name };
  };
  return {
    fields: (instrument) => {
      const place = placeIn(instrument);
      return place && conditionFields(conditionAt(instrument, place));
    },
    apply: (instrument, values) => {
      const place = placeIn(instrument);
      return place ? applyCondition(instrument, place, values) : refuse(NO_QUESTIONNAIRE);
    },
  };
};

export const kindSheet = (name: string): Sheet => ({
  fields: (instrument) => {
    const question = findQuestion(instrument, name);
    return question && { kind: question.kind };
  },
  apply: (instrument, values) => {
    const question = findQuestion(instrument, name);
    const kind = KINDS.find((one) => one === textIn(values, "kind"));
    if (!question) return refuse(NO_QUESTIONNAIRE);
    if (!kind) return refuse(wrongFields({ kind: "questionnaires.error.kind" }));
    return ok(replaceQuestion(instrument, name, asKind(question, kind)));
  },
});

export const translationSheet = (part: TranslatedPart, locale: Locale): Sheet => ({
  fields: (instrument) =>
    textsToTranslate(instrument, part).length > 0 ? translationFields(instrument, part, locale) : null,
  apply: (instrument, values) => ok(applyTranslation(instrument, part, locale, values)),
});
