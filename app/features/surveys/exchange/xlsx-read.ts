import { strFromU8, unzipSync } from "fflate";
import { MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, type Sheet, type SheetMessage } from "./sheet.ts";
import { type XmlEvent, xmlEvents } from "./xml-read.ts";

export const MOST_WORKBOOK_BYTES = 5_000_000;
/** What the parts may come to together when they are unpacked: a file that claims more is not unpacked at all. */
export const MOST_UNPACKED_BYTES = 10_000_000;
const MOST_ENTRIES = 300;
/** A form has three or four. */
const MOST_SHEETS = 20;

type Read = { readonly sheets: readonly Sheet[]; readonly messages: readonly SheetMessage[] };
const refuse = (code: "not-a-workbook" | "workbook-too-large"): Read => ({ sheets: [], messages: [{ code }] });

class TooLarge extends Error {}

/** What is left for cells and their letters: of one long text a small file can fill thousands of cells. */
class Room {
  private left = MOST_CHARACTERS;

  take(much: number): void {
    this.left -= much;
    if (this.left < 0) throw new TooLarge();
  }
}

/**
 * The texts of a workbook, as somebody sees them: formulas by their last result, nothing computed. Only the parts that
 * hold cells are unpacked, and no more of them than they said they were.
 */
export function sheetsOfXlsx(file: Uint8Array): Read {
  if (file.length > MOST_WORKBOOK_BYTES) return refuse("workbook-too-large");
  try {
    return { sheets: sheetsIn(unpacked(file)), messages: [] };
  } catch (error) {
    // Whatever is wrong with a file that somebody sent, it is the file that is wrong.
    return refuse(error instanceof TooLarge ? "workbook-too-large" : "not-a-workbook");
  }
}

type Parts = Readonly<Record<string, Uint8Array>>;

const WANTED = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[\w.-]+\.xml)$/;

function unpacked(file: Uint8Array): Parts {
  let entries = 0;
  let bytes = 0;
  return unzipSync(file, {
    filter: ({ name, originalSize }) => {
      entries += 1;
      if (entries > MOST_ENTRIES) throw new TooLarge();
      if (!WANTED.test(name)) return false;
      bytes += originalSize;
      if (bytes > MOST_UNPACKED_BYTES) throw new TooLarge();
      return true;
    },
  });
}

function sheetsIn(parts: Parts): readonly Sheet[] {
  const shared = parts["xl/sharedStrings.xml"] ? sharedTexts(strFromU8(parts["xl/sharedStrings.xml"])) : [];
  const targets = new Map(
    opened(partOf(parts, "xl/_rels/workbook.xml.rels"), "Relationship").map(({ Id, Target }) => [Id, Target ?? ""]),
  );
  const sheets = opened(partOf(parts, "xl/workbook.xml"), "sheet");
  if (sheets.length > MOST_SHEETS) throw new TooLarge();
  const room = new Room();
  const read = new Map<string, Sheet["rows"]>();
  return sheets.map(({ name = "", id }) => {
    const target = (targets.get(id) ?? "").replace(/^\/?(?:xl\/)?/, "xl/");
    // A workbook may name one part many times; it is walked through once.
    const rows = read.get(target) ?? rowsIn(partOf(parts, target), shared, room);
    read.set(target, rows);
    return { name, rows };
  });
}

function partOf(parts: Parts, path: string): string {
  const part = Object.hasOwn(parts, path) ? parts[path] : undefined;
  if (!part) throw new Error("a part of the workbook is missing");
  return strFromU8(part);
}

function opened(xml: string, name: string): readonly Readonly<Record<string, string>>[] {
  return [...xmlEvents(xml)].flatMap((event) => (event.is === "open" && event.name === name ? [event.attributes] : []));
}

/** Texts that cells refer to by number. Readings above the line (`rPh`) are no part of them. */
function sharedTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  const inside = new Inside();
  for (const event of xmlEvents(xml)) {
    inside.see(event);
    if (event.is === "open" && event.name === "si") texts.push("");
    if (event.is === "text" && inside.has("t") && !inside.has("rPh")) texts[texts.length - 1] += event.text;
  }
  return texts;
}

/** Within which elements one stands. */
class Inside {
  private readonly counts = new Map<string, number>();

  see(event: XmlEvent): void {
    if (event.is === "text") return;
    this.counts.set(event.name, (this.counts.get(event.name) ?? 0) + (event.is === "open" ? 1 : -1));
  }

  has(name: string): boolean {
    return (this.counts.get(name) ?? 0) > 0;
  }
}

function rowsIn(xml: string, shared: readonly string[], room: Room): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const inside = new Inside();
  let place = { row: -1, column: -1 };
  let type = "";
  let text = "";
  for (const event of xmlEvents(xml)) {
    inside.see(event);
    if (event.is === "open" && event.name === "row")
      place = { row: rowAt(event.attributes.r, place.row + 1), column: -1 };
    else if (event.is === "open" && event.name === "c") {
      place = { ...place, column: columnAt(event.attributes.r, place.column + 1) };
      type = event.attributes.t ?? "";
      text = "";
    } else if (event.is === "text" && isCellText(inside)) text += event.text;
    else if (event.is === "close" && event.name === "c") put(rows, place, cellText(type, text, shared), room);
  }
  return rows;
}

const isCellText = (inside: Inside) => inside.has("c") && (inside.has("v") || inside.has("t")) && !inside.has("rPh");

function cellText(type: string, text: string, shared: readonly string[]): string {
  if (type === "s") return shared[Number(text)] ?? "";
  return type === "b" ? (text === "1" ? "TRUE" : "FALSE") : text;
}

function put(rows: string[][], { row, column }: { row: number; column: number }, text: string, room: Room): void {
  if (row >= MOST_ROWS || column >= MOST_COLUMNS) throw new TooLarge();
  room.take(text.length + Math.max(1, column + 1 - (rows[row]?.length ?? 0)));
  while (rows.length <= row) rows.push([]);
  const cells = rows[row]!;
  while (cells.length <= column) cells.push("");
  cells[column] = text;
}

const rowAt = (reference: string | undefined, next: number): number => {
  const row = Number(reference);
  return Number.isInteger(row) && row > 0 ? row - 1 : next;
};

/** "AB12" is column 27, from 0. */
function columnAt(reference: string | undefined, next: number): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? "")?.[0];
  if (!letters) return next;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
