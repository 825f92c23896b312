import type { Rows } from "#app/features/surveys/instruments/choices.ts";
import type { Question } from "#app/features/surveys/instruments/instrument.ts";
import { DECLINE_CODE } from "#app/features/surveys/instruments/names.ts";
import { cleanCode, cleanName } from "./clean-names.ts";
import { readConstraint } from "./constraint-read.ts";
import { type languagesIn, wordsOf } from "./languages.ts";
import { choicesOfRows, type ReadList, withAlone } from "./read-lists.ts";
import type { NamedRow, SheetMessage, SheetMessageCode } from "./sheet.ts";
import { declineVariable, partsOf } from "./variables.ts";
import { OWN, YES } from "./xlsform-columns.ts";
import type { Group, Item } from "./xlsform-tree.ts";

/** A question without its condition, which can only be read when all questions are known. */
export interface ReadQuestion {
  readonly question: Question;
  readonly row: NamedRow;
}

export interface Reading {
  readonly languages: ReturnType<typeof languagesIn>;
  readonly hints: ReturnType<typeof languagesIn>;
  readonly lists: ReadonlyMap<string, ReadList>;
  readonly messages: SheetMessage[];
}

/** The longest text where a form does not say. */
const MOST_TEXT = 2000;
/** Rows that a tool fills in by itself: nobody is asked, so nothing is lost but what must not be kept anyway. */
const isDecline = (row: NamedRow) => row.at("type") === "acknowledge" && partsOf(row.at("name")).part === "decline";

/** Questions in their order. What cannot be held is told in `reading.messages` and left out. */
export function questionsOfItems(reading: Reading, items: readonly Item[]): readonly ReadQuestion[] {
  const declined = new Set(
    items.filter(({ row }) => isDecline(row)).map(({ row }) => partsOf(row.at("name")).question),
  );
  return items
    .filter(({ row }) => !isDecline(row))
    .flatMap(({ row, group }) => {
      const read = group ? groupQuestion(reading, group) : singleQuestion(reading, row);
      if (!read) return [];
      const question = declined.has(row.at("name")) ? { ...read, mayDecline: true as const } : read;
      return [{ question: question as Question, row }];
    });
}

function tell({ messages }: Reading, code: SheetMessageCode, row: NamedRow, item: string): null {
  messages.push({ code, sheet: "survey", row: row.number, item });
  return null;
}

function commonOf(reading: Reading, row: NamedRow) {
  const raw = row.at("name");
  const name = cleanName(raw);
  if (name !== raw) tell(reading, "name-changed", row, raw);
  const help = wordsOf(row, "hint", reading.hints);
  return {
    name,
    label: wordsOf(row, "label", reading.languages) ?? {},
    ...(help && { help }),
    ...(row.at(OWN.apart) === YES && { apart: true as const }),
  };
}

const REQUIRED = /^(?:yes|true|true\(\))$/i;

function requiredOf(row: NamedRow, question: string) {
  const cell = row.at("required");
  const isRequired = REQUIRED.test(cell) || cell === `\${${declineVariable(question)}} = ''`;
  return isRequired ? { required: true as const } : {};
}

function limitsOf(reading: Reading, row: NamedRow) {
  const limits = readConstraint(row.at("constraint"));
  if (limits.hasMore) tell(reading, "constraint-not-held", row, row.at("constraint"));
  return limits;
}

function numberLimits(reading: Reading, row: NamedRow) {
  const { least, most } = limitsOf(reading, row);
  return {
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
    ...(typeOf(row)[0] === "decimal" && { decimals: true as const }),
  };
}

/** Type and list: `select_one q7`. */
function typeOf(row: NamedRow): readonly [string, string] {
  const [type = "", list = ""] = row
    .at("type")
    .replace(/^select (one|multiple) /, "select_$1 ")
    .split(/\s+/);
  return [type.toLowerCase(), list];
}

function listFor(reading: Reading, row: NamedRow, name: string): ReadList | null {
  return reading.lists.get(name) ?? tell(reading, "list-missing", row, name);
}

function singleQuestion(reading: Reading, row: NamedRow): object | null {
  const [type, listName] = typeOf(row);
  if (!HELD.includes(type)) return tell(reading, "type-not-held", row, row.at("type"));
  const common = commonOf(reading, row);
  const whole = { ...common, ...requiredOf(row, common.name) };
  switch (type) {
    case "note":
      return { kind: "statement", ...common };
    case "integer":
    case "decimal":
      return { kind: "number", ...whole, ...numberLimits(reading, row) };
    case "text":
      if (row.at(OWN.kind) === "quarter") return { kind: "quarter", ...whole };
      return {
        kind: row.at("appearance") === "multiline" ? "long-text" : "short-text",
        ...whole,
        most: limitsOf(reading, row).longest ?? MOST_TEXT,
      };
  }
  const list = listFor(reading, row, listName);
  return list && choosing(reading, row, type, list, whole);
}

const HELD: readonly string[] = ["note", "integer", "decimal", "text", "select_one", "select_multiple", "rank"];

function choosing(
  reading: Reading,
  row: NamedRow,
  type: string,
  { options, mayDecline }: ReadList,
  whole: object,
): object {
  const decline = mayDecline ? { mayDecline: true as const } : {};
  if (type === "rank") {
    const places = Number(row.at(OWN.places));
    const all = options.flatMap((choice) => ("code" in choice ? [choice.code] : (choice.only ?? [])));
    return { kind: "ranking", ...whole, options, places: places >= 1 ? places : all.length };
  }
  if (type === "select_multiple") {
    const { alone, atMost } = limitsOf(reading, row);
    const exclusive = alone.filter((code) => code !== DECLINE_CODE);
    return {
      kind: "many-of",
      ...whole,
      ...decline,
      options: withAlone(options, exclusive),
      ...(atMost !== undefined && { atMost }),
    };
  }
  if (row.at(OWN.kind) === "yes-no") {
    const unsure = options.some((choice) => "code" in choice && choice.code === "unsure");
    return { kind: "yes-no", ...whole, ...decline, ...(unsure && { unsure: true as const }) };
  }
  return { kind: row.at(OWN.kind) === "band" ? "band" : "one-of", ...whole, ...decline, options };
}

/** Several variables that are one question here. */
function groupQuestion(reading: Reading, { row, items }: Group): object | null {
  const rows = items.filter((item) => !item.group && !isDecline(item.row)).map((item) => item.row);
  const kind = row.at(OWN.kind) || guessedKind(row, rows);
  const first = rows[0];
  if (!first || items.some(({ group }) => group)) return tell(reading, "group-not-held", row, row.at("name"));
  const mayDecline = items.some((item) => isDecline(item.row)) ? { mayDecline: true as const } : {};
  const common = commonOf(reading, row);
  const whole = { ...common, ...requiredOf(first, common.name), ...mayDecline };
  switch (kind) {
    case "places":
      return { kind, ...whole, countries: rows.length - 1 };
    case "matrix": {
      const list = listFor(reading, first, typeOf(first)[1]);
      return list && { kind, ...whole, rows: rowsOf(reading, row, rows), options: list.options };
    }
    case "number-by-row":
      return { kind, ...whole, rows: rowsOf(reading, row, rows), ...numberLimits(reading, first) };
    case "quarter-by-row":
      return { kind, ...whole, rows: rowsOf(reading, row, rows) };
    default:
      return tell(reading, "group-not-held", row, row.at("name"));
  }
}

/** A group of another tool is a matrix where all of its rows choose one of the same list. */
function guessedKind(row: NamedRow, rows: readonly NamedRow[]): string {
  const types = new Set(rows.map((one) => typeOf(one).join(" ")));
  return types.size === 1 && [...types][0]!.startsWith("select_one ") && /table-list/.test(row.at("appearance"))
    ? "matrix"
    : "";
}

function rowsOf(reading: Reading, row: NamedRow, rows: readonly NamedRow[]): Rows {
  const from = row.at(OWN.from);
  if (from === "")
    return choicesOfRows(rows, reading.languages, (one) => partsOf(one.at("name")).part || one.at("name"));
  const codes = (column: string) => row.at(column).split(" ").filter(Boolean).map(cleanCode);
  const [where, except] = [codes(OWN.where), codes(OWN.except)];
  return { from: cleanName(from), ...(where.length > 0 && { where }), ...(except.length > 0 && { except }) };
}
