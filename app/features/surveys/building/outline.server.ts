import type { Fault } from "#app/features/surveys/instruments/fault.ts";
import { stopsPublishing } from "#app/features/surveys/instruments/fault.ts";
import type { Instrument, Kind, Page, Question } from "#app/features/surveys/instruments/instrument.ts";
import { faultsOf } from "#app/features/surveys/instruments/instrument-faults.ts";
import { asks, isApart, isRequired, mayDecline } from "#app/features/surveys/instruments/kinds.ts";
import { wordsIn } from "#app/features/surveys/instruments/words.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { conditionTeller, titleIn, wordingFor } from "./wording.server.ts";

export type Mark = "required" | "mayDecline" | "apart";

export interface OutlineQuestion {
  readonly name: string;
  readonly label: string;
  readonly kind: Kind;
  readonly marks: readonly Mark[];
  /** when it is asked, in words; null: always */
  readonly condition: string | null;
  readonly faults: number;
}

export interface OutlineEnd {
  readonly name: string;
  readonly words: string;
  readonly condition: string;
  readonly sends: boolean;
}

export interface OutlinePage {
  readonly name: string;
  readonly title: string;
  readonly condition: string | null;
  readonly questions: readonly OutlineQuestion[];
  readonly ends: readonly OutlineEnd[];
  /** of the page itself, not of its questions */
  readonly faults: number;
}

export interface Outline {
  readonly title: string;
  readonly name: string;
  readonly version: number;
  /** the language in which the texts below are */
  readonly language: Locale;
  readonly languages: readonly Locale[];
  readonly pages: readonly OutlinePage[];
  readonly questions: number;
  /** those that stop it from being published */
  readonly faults: number;
}

/** A questionnaire at a glance: what is asked, in which order, of whom. */
export function outlineOf(instrument: Instrument, locale: Locale): Outline {
  const faults = faultsOf(instrument).filter(stopsPublishing);
  const tell = conditionTeller(instrument, locale);
  const { locale: language } = wordingFor(instrument, locale);
  const questionIn = (question: Question): OutlineQuestion => ({
    name: question.name,
    label: wordsIn(question.label, language) || question.name,
    kind: question.kind,
    marks: marksOf(question),
    condition: tell(question.shownWhen),
    faults: countAt(faults, (fault) => fault.question === question.name),
  });
  const pageIn = (page: Page): OutlinePage => ({
    name: page.name,
    title: wordsIn(page.title, language) || page.name,
    condition: tell(page.shownWhen),
    questions: page.questions.map(questionIn),
    ends: (page.ends ?? []).map(({ name, words, when, sends }) => ({
      ...{ name, sends, words: wordsIn(words, language) || name },
      condition: tell(when) ?? "",
    })),
    faults: countAt(faults, (fault) => fault.page === page.name && fault.question === undefined),
  });
  return {
    ...{ title: titleIn(instrument, locale), name: instrument.name, version: instrument.version, language },
    languages: instrument.languages,
    pages: instrument.pages.map(pageIn),
    questions: instrument.pages.flatMap(({ questions }) => questions.filter(asks)).length,
    faults: faults.length,
  };
}

function marksOf(question: Question): readonly Mark[] {
  const all: readonly (readonly [Mark, boolean])[] = [
    ["required", isRequired(question)],
    ["mayDecline", mayDecline(question)],
    ["apart", isApart(question)],
  ];
  return all.filter(([, is]) => is).map(([mark]) => mark);
}

const countAt = (faults: readonly Fault[], isHere: (fault: Fault) => boolean) => faults.filter(isHere).length;
