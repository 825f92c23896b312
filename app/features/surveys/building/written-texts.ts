import type { Choices, Rows } from "#app/features/surveys/instruments/choices.ts";
import { isCarried, isListed } from "#app/features/surveys/instruments/choices.ts";
import type { Instrument, Page, Question } from "#app/features/surveys/instruments/instrument.ts";
import { optionsSourceOf, rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import type { Words } from "#app/features/surveys/instruments/words.ts";
import type { Locale } from "#app/i18n/locales.ts";

export type TextOf =
  | "title"
  | "intro"
  | "thanks"
  | "label"
  | "help"
  | "end"
  | "option"
  | "option-help"
  | "row"
  | "row-help";

/** A text of a questionnaire and where it stands. */
export interface WrittenText {
  /** known by this within a page: `q3.option.2` */
  readonly key: string;
  readonly of: TextOf;
  readonly words: Words;
  readonly page: string | null;
  readonly question: string | null;
}

type Say = (text: WrittenText) => Words;

/** Says every text of a questionnaire anew. Words of lists are none of it: the product has them in every language. */
export function eachText(instrument: Instrument, say: Say): Instrument {
  const at = (of: TextOf, words: Words) => say({ key: of, of, words, page: null, question: null });
  return {
    ...instrument,
    title: at("title", instrument.title),
    ...(instrument.intro && { intro: at("intro", instrument.intro) }),
    thanks: at("thanks", instrument.thanks),
    pages: instrument.pages.map((page) => pageSaid(page, say)),
  };
}

function pageSaid(page: Page, say: Say): Page {
  const at = (of: TextOf, key: string, words: Words) => say({ key, of, words, page: page.name, question: null });
  return {
    ...page,
    title: at("title", "title", page.title),
    ...(page.intro && { intro: at("intro", "intro", page.intro) }),
    questions: page.questions.map((question) => questionSaid(question, page.name, say)),
    ...(page.ends && { ends: page.ends.map((end) => ({ ...end, words: at("end", `end.${end.name}`, end.words) })) }),
  };
}

function questionSaid(question: Question, page: string, say: Say): Question {
  const { name } = question;
  const at = (of: TextOf, words: Words, key: string = of) =>
    say({ key: `${name}.${key}`, of, words, page, question: name });
  const rows = rowsSourceOf(question);
  const options = optionsSourceOf(question);
  return {
    ...question,
    label: at("label", question.label),
    ...(question.help && { help: at("help", question.help) }),
    ...(rows && { rows: isCarried(rows) ? rows : choicesSaid(rows, "row", at) }),
    ...(options && { options: choicesSaid(options, "option", at) }),
  } as Question;
}

function choicesSaid(
  choices: Choices,
  of: "row" | "option",
  at: (of: TextOf, words: Words, key: string) => Words,
): Exclude<Rows, { from: string }> {
  return choices.map((choice, place) =>
    isListed(choice)
      ? choice
      : {
          ...choice,
          label: at(of, choice.label, `${of}.${place}`),
          ...(choice.help && { help: at(`${of}-help`, choice.help, `${of}.${place}.help`) }),
        },
  );
}

/** Every text, in the order in which a respondent comes by. */
export function writtenTexts(instrument: Instrument): readonly WrittenText[] {
  const texts: WrittenText[] = [];
  eachText(instrument, (text) => {
    texts.push(text);
    return text.words;
  });
  return texts;
}

export const isMissing = ({ words }: WrittenText, locale: Locale): boolean => !words[locale]?.trim();
