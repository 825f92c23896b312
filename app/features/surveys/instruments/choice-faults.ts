import { type Choices, choicesOf, codesOfSource, isCarried, isListed, type Rows } from "./choices.ts";
import { codesIn, isCodeList } from "./code-lists.ts";
import type { Fault } from "./fault.ts";
import { findQuestion, type Instrument, type Question } from "./instrument.ts";
import { KIND_FACTS, optionsSourceOf, rowsSourceOf } from "./kinds.ts";
import { DECLINE_CODE } from "./names.ts";
import { possibleRows } from "./offered-rows.ts";

/** What is wrong with the options and rows of one question. */
export function choiceFaults(instrument: Instrument, question: Question): readonly Fault[] {
  const options = optionsSourceOf(question);
  const rows = rowsSourceOf(question);
  return [
    ...(options ? [...sourceFaults(options), ...optionFaults(question, options)] : []),
    ...(rows ? rowFaults(instrument, question, rows) : []),
  ];
}

function sourceFaults(choices: Choices): readonly Fault[] {
  const codes = choicesOf(choices).map(({ code }) => code);
  return [
    ...choices.flatMap((source): Fault[] => {
      if (!isListed(source)) return [];
      const heading = source.heading;
      const named = [...codesOfSource(source), ...(source.exclusive ?? [])].map((code) => [source.list, code] as const);
      return [...named, ...(heading ? [[heading.list, heading.code] as const] : [])].flatMap(
        ([list, code]) => listFault(list, code) ?? [],
      );
    }),
    ...listsWithoutName(choices),
    ...[...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))].map(
      (item): Fault => ({ code: "code-twice", item }),
    ),
    ...(codes.includes(DECLINE_CODE) ? [{ code: "code-reserved", item: DECLINE_CODE } as const] : []),
  ];
}

function listFault(list: string, code: string): Fault | null {
  return isCodeList(list) && !codesIn(list).includes(code)
    ? { code: "list-code-unknown", item: `${list}: ${code}` }
    : null;
}

function listsWithoutName(choices: Choices): readonly Fault[] {
  const names = choices.flatMap((source) =>
    isListed(source) ? [source.list, ...(source.heading ? [source.heading.list] : [])] : [],
  );
  return [...new Set(names)].filter((name) => !isCodeList(name)).map((item) => ({ code: "list-unknown", item }));
}

function optionFaults(question: Question, options: Choices): readonly Fault[] {
  const choices = choicesOf(options);
  const faults: Fault[] = [];
  if (choices.length < (KIND_FACTS[question.kind].leastOptions ?? 0)) faults.push({ code: "options-missing" });
  if (question.kind !== "many-of" && choices.some(({ exclusive }) => exclusive))
    faults.push({ code: "exclusive-misfit" });
  if (question.kind === "ranking" && question.places > choices.length)
    faults.push({ code: "ranking-larger-than-options" });
  if (question.kind === "many-of" && (question.atMost ?? 0) > choices.length)
    faults.push({ code: "at-most-larger-than-options" });
  return faults;
}

function rowFaults(instrument: Instrument, question: Question, rows: Rows): readonly Fault[] {
  const missing: Fault[] = possibleRows(instrument, question).length === 0 ? [{ code: "rows-missing" }] : [];
  if (!isCarried(rows)) return [...sourceFaults(rows), ...missing];
  const origin = findQuestion(instrument, rows.from);
  // A question that is not there is told with the conditions, where every name is looked up.
  if (!origin || origin.name === question.name) return [];
  if (origin.kind === "places" || (!rowsSourceOf(origin) && origin.kind !== "many-of" && origin.kind !== "ranking"))
    return [{ code: "carried-from-misfit", item: rows.from }];
  const source = rowsSourceOf(origin);
  const further = source && isCarried(source) ? findQuestion(instrument, source.from) : null;
  const furthest = further && rowsSourceOf(further);
  if (furthest && isCarried(furthest)) return [{ code: "carried-too-far", item: rows.from }];
  return missing;
}
