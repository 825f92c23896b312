import { isCarried, isListed, type Rows } from "./choices.ts";
import type { Fault } from "./fault.ts";
import type { Instrument, Question } from "./instrument.ts";
import { optionsSourceOf, rowsSourceOf } from "./kinds.ts";
import type { Words } from "./words.ts";

/** A text and where it stands. Codes from lists are not here: their words exist in every language of the product. */
export interface PlacedWords {
  readonly words: Words;
  readonly page?: string;
  readonly question?: string;
  /** what it is of its place: `title`, `label`, or the code of an option or row */
  readonly item: string;
}

/** Every text of an instrument. */
export function textsOf(instrument: Instrument): readonly PlacedWords[] {
  const { title, intro, thanks, pages } = instrument;
  return [
    { words: title, item: "title" },
    ...optional(intro, "intro"),
    { words: thanks, item: "thanks" },
    ...pages.flatMap((page) => [
      { words: page.title, item: "title", page: page.name },
      ...optional(page.intro, "intro").map((text) => ({ ...text, page: page.name })),
      ...(page.ends ?? []).map(({ name, words }) => ({ words, item: name, page: page.name })),
      ...page.questions.flatMap((question) =>
        textsOfQuestion(question).map((text) => ({ ...text, page: page.name, question: question.name })),
      ),
    ]),
  ];
}

/** Its own texts alone: codes of lists have their words elsewhere. */
export function textsOfQuestion(question: Question): readonly PlacedWords[] {
  return [
    { words: question.label, item: "label" },
    ...optional(question.help, "help"),
    ...textsOfChoices(rowsSourceOf(question)),
    ...textsOfChoices(optionsSourceOf(question)),
  ];
}

function textsOfChoices(choices: Rows | null): readonly PlacedWords[] {
  if (choices === null || isCarried(choices)) return [];
  return choices.flatMap((choice) =>
    isListed(choice) ? [] : [{ words: choice.label, item: choice.code }, ...optional(choice.help, choice.code)],
  );
}

function optional(words: Words | undefined, item: string): readonly PlacedWords[] {
  return words === undefined ? [] : [{ words, item }];
}

/** Texts that are missing in a language that the instrument says it speaks. */
export function translationFaults(instrument: Instrument): readonly Fault[] {
  return textsOf(instrument).flatMap(({ words, ...place }) =>
    instrument.languages
      .filter((locale) => !words[locale]?.trim())
      .map((locale): Fault => ({ code: "translation-missing", ...place, locale })),
  );
}
