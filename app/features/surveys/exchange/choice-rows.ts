import { COUNTRY_CODES } from "#app/features/registers/regional-groups.ts";
import { choicesOf, isListed } from "#app/features/surveys/instruments/choices.ts";
import { ANSWER_LIST, COUNTRY_LIST, codesIn } from "#app/features/surveys/instruments/code-lists.ts";
import { type Instrument, type Question, questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { mayDecline, optionsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { DECLINE_CODE } from "#app/features/surveys/instruments/names.ts";
import type { Words } from "#app/features/surveys/instruments/words.ts";
import { cellsOf } from "./languages.ts";
import type { Row } from "./sheet.ts";
import { OWN } from "./xlsform-columns.ts";

type WordsOfCode = (list: string, code: string) => Words;

const REGION_LIST = "regional_group";

/** Lists that several questions share have two underscores, as no question's own has. */
export const REGIONS = "places__regions";
export const COUNTRIES = "places__countries";

/** The list of a question's answers: shared by all questions of yes and no, else its own. */
export function listNameOf(question: Question): string {
  if (question.kind !== "yes-no") return question.name;
  return ["yes__no", question.unsure && "unsure", mayDecline(question) && "declined"].filter(Boolean).join("_");
}

/** All lists of answers that the questions choose from, each once. */
export function choiceRows(instrument: Instrument, words: WordsOfCode): readonly Row[] {
  const lists = new Map<string, readonly Row[]>();
  const row = (list: string, name: string, said: Words, own: Row = {}): Row => ({
    list_name: list,
    name,
    ...cellsOf("label", said),
    ...own,
  });
  const decline = (list: string) => row(list, DECLINE_CODE, words(ANSWER_LIST, "declined"));
  for (const question of questionsOf(instrument)) {
    const list = listNameOf(question);
    if (question.kind === "yes-no") {
      const answers = question.unsure ? (["yes", "no", "unsure"] as const) : (["yes", "no"] as const);
      lists.set(list, [
        ...answers.map((code) => row(list, code, words(ANSWER_LIST, code))),
        ...(mayDecline(question) ? [decline(list)] : []),
      ]);
    }
    if (question.kind === "places") {
      lists.set(
        REGIONS,
        codesIn(REGION_LIST).map((code) => row(REGIONS, code, words(REGION_LIST, code))),
      );
      if (question.countries > 0)
        lists.set(
          COUNTRIES,
          COUNTRY_CODES.map((code) => row(COUNTRIES, code, words(COUNTRY_LIST, code))),
        );
    }
    const source = optionsSourceOf(question);
    if (!source) continue;
    const options = choicesOf(source).map(({ code, source: from }) =>
      isListed(from) ? row(list, code, words(from.list, code), listCells(from)) : row(list, code, from.label),
    );
    const declines = mayDecline(question) && question.kind !== "matrix" && question.kind !== "ranking";
    lists.set(list, [...options, ...(declines ? [decline(list)] : [])]);
  }
  return [...lists.values()].flat();
}

/** Where a code comes from: `list`, or `list under heading`. */
export function listCells({
  list,
  heading,
}: {
  list: string;
  heading?: { list: string; code: string } | undefined;
}): Row {
  return { [OWN.list]: heading ? `${list} ${heading.list} ${heading.code}` : list };
}
