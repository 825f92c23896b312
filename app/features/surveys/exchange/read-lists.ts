import type { Choices } from "#app/features/surveys/instruments/choices.ts";
import { DECLINE_CODE } from "#app/features/surveys/instruments/names.ts";
import { cleanCode } from "./clean-names.ts";
import { type languagesIn, wordsOf } from "./languages.ts";
import { type NamedRow, namedRows, type Sheet, type SheetMessage } from "./sheet.ts";
import { OWN } from "./xlsform-columns.ts";

type Languages = ReturnType<typeof languagesIn>;

export interface ReadList {
  readonly options: Choices;
  readonly mayDecline: boolean;
}

/** The lists of the sheet `choices`, by name. */
export function listsIn(
  sheet: Sheet | undefined,
  languages: Languages,
): { readonly lists: ReadonlyMap<string, ReadList>; readonly messages: readonly SheetMessage[] } {
  const byName = new Map<string, NamedRow[]>();
  const rows = sheet ? namedRows(sheet) : [];
  for (const row of rows) {
    const name = row.at("list_name") || row.at("list name");
    const members = byName.get(name);
    if (members) members.push(row);
    else byName.set(name, [row]);
  }
  const lists = new Map([...byName].map(([name, members]) => [name, listOf(members, languages)] as const));
  const messages = rows
    .filter((row) => row.at("name") !== cleanCode(row.at("name")))
    .map((row): SheetMessage => ({ code: "name-changed", sheet: "choices", row: row.number, item: row.at("name") }));
  return { lists, messages };
}

function listOf(rows: readonly NamedRow[], languages: Languages): ReadList {
  const given = rows.filter((row) => row.at("name") !== DECLINE_CODE);
  return { options: choicesOfRows(given, languages, (row) => row.at("name")), mayDecline: given.length < rows.length };
}

interface Open {
  readonly cell: string;
  readonly only: string[];
}
const NOTHING: Open = { cell: "", only: [] };

/** Rows that follow each other from one list are one source again. */
export function choicesOfRows(
  rows: readonly NamedRow[],
  languages: Languages,
  codeOf: (row: NamedRow) => string,
): Choices {
  const choices: Choices[number][] = [];
  let open: Open = NOTHING;
  for (const row of rows) {
    const cell = row.at(OWN.list);
    const code = cleanCode(codeOf(row));
    if (cell === "") {
      open = NOTHING;
      choices.push({ code, label: wordsOf(row, "label", languages) ?? {} });
    } else if (open.cell === cell) open.only.push(code);
    else {
      const only = [code];
      open = { cell, only };
      const [list = "", headingList, headingCode] = cell.split(" ");
      const heading = headingList && headingCode ? { heading: { list: headingList, code: headingCode } } : {};
      choices.push({ list, only, ...heading });
    }
  }
  return choices;
}

/** The same choices with those that stand alone, as a constraint says them. */
export function withAlone(choices: Choices, alone: readonly string[]): Choices {
  const codes = alone.map(cleanCode);
  return choices.map((choice) => {
    if ("code" in choice) return codes.includes(choice.code) ? { ...choice, exclusive: true as const } : choice;
    const exclusive = (choice.only ?? []).filter((code) => codes.includes(code));
    return exclusive.length > 0 ? { ...choice, exclusive } : choice;
  });
}
