import { isListed } from "#app/features/surveys/instruments/choices.ts";
import { type Instrument, type Question, questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { isApart, optionsSourceOf, rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { INCIDENTS, outsideUs } from "#app/features/surveys/results/indicators.ts";
import { said, type Variable, variablesIn } from "#app/features/surveys/results/variable.ts";
import { amongAsked, isAsked, line, NONE, type Said } from "./asked-table.ts";
import { ofIncidents } from "./incident-subject.ts";
import { INSIDE, NO_ANSWER, OUTSIDE, type SurveySubject } from "./survey-subject.ts";

/** Questions about the answers themselves, which say nothing of what sanctions do. */
const ABOUT_ANSWERING: readonly string[] = ["q1", "q2"];
/** Where institutions are: asked with countries, told as whether they are in the United States. */
const INSTITUTION_PLACES = "q17";

/**
 * Everything a survey can print, in the order in which it is asked. A question stands in one way only: two tables of the
 * same answers, an indicator and its question, would add up to what neither of them shows.
 */
export function subjectsOf(instrument: Instrument): readonly SurveySubject[] {
  return questionsOf(instrument).flatMap((question): SurveySubject[] => {
    if (isApart(question) || ABOUT_ANSWERING.includes(question.name)) return [];
    const own = variablesIn(instrument, question);
    if (question.name === INCIDENTS) return [ofIncidents(instrument, question)];
    if (question.name === INSTITUTION_PLACES) return [ofPlaces(question)];
    if (own.length === 0 || isOfCurrency(question)) return [];
    if (rowsSourceOf(question)) return [byRow(question, own)];
    return [ofQuestion(question, own[0]!.codes, answersTo(own[0]!))];
  });
}

/** In which money an amount was given says nothing by itself. */
const isOfCurrency = (question: Question): boolean =>
  (optionsSourceOf(question) ?? []).some((source) => isListed(source) && source.list === "currency");

const answersTo =
  (variable: Variable): Said =>
  (respondent) => {
    const codes = said(variable, respondent);
    return typeof codes === "string" || codes.length === 0 ? NONE : codes;
  };

/** One answer each, or several: the room sees which. */
function ofQuestion(question: Question, codes: readonly string[], codesOf: Said, told = codes): SurveySubject {
  const id = question.name;
  const { dimensions, table, base } = amongAsked(id, codes, codesOf, isAsked(id));
  return {
    ...{ id, question, columns: [], dimensions, tables: [table] },
    lines: [...told, NO_ANSWER].map((code) => line(code, base, { table: id, code })),
  };
}

/** One answer to each row: a line for each, its answers as columns. */
function byRow(question: Question, variables: readonly Variable[]): SurveySubject {
  const columns = [...variables[0]!.codes, NO_ANSWER];
  const rows = variables.map((variable) => {
    const name = `${question.name}-${variable.row}`.toLowerCase();
    const wasAsked = isAsked(question.name, variable.row);
    return {
      ...{ code: variable.row ?? "", name },
      ...amongAsked(name, variables[0]!.codes, answersTo(variable), wasAsked),
    };
  });
  return {
    ...{ id: question.name, question, columns },
    dimensions: rows.flatMap(({ dimensions }) => dimensions),
    tables: rows.map(({ table }) => table),
    lines: rows.map(({ code, name, base }) => ({
      ...{ code, level: "row", base },
      counts: columns.map((column) => ({ table: name, code: column })),
    })),
  };
}

/** Whether any of the institutions is outside the United States. */
function ofPlaces(question: Question): SurveySubject {
  const codesOf: Said = (respondent) => {
    const is = outsideUs(respondent);
    return is === null ? NONE : [is ? OUTSIDE : INSIDE];
  };
  return ofQuestion(question, [OUTSIDE, INSIDE], codesOf, [OUTSIDE]);
}
