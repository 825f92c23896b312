import type { Actor } from "#app/access/actor.ts";
import { sheetsOfCsv } from "#app/features/surveys/exchange/csv-sheets.ts";
import { type Sheet, type SheetMessage, stopsReading } from "#app/features/surveys/exchange/sheet.ts";
import { readXlsForm } from "#app/features/surveys/exchange/xlsform-read.ts";
import { MOST_WORKBOOK_BYTES, sheetsOfXlsx } from "#app/features/surveys/exchange/xlsx-read.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { readInstrument } from "#app/features/surveys/instruments/read-instrument.ts";
import type { Refusal } from "#app/kernel/refusal.ts";
import { wrongFields } from "./building-refusals.ts";
import { beginDraft } from "./draft-commands.server.ts";
import { listPublished, nextVersion } from "./published.server.ts";

/** A file on its way in, as the gate hands it on. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Where in the file something is wrong: places in JSON, or rows of sheets. */
export interface ImportTold {
  readonly messages: readonly SheetMessage[];
  readonly places: readonly string[];
}

type Imported =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly refusal: Refusal; readonly told: ImportTold };

const NOTHING: ImportTold = { messages: [], places: [] };
const wrongFile = (key: string, told: Partial<ImportTold> = {}): Imported => ({
  ok: false,
  refusal: wrongFields({ file: key }),
  told: { ...NOTHING, ...told },
});

/** Begins a draft from a file; what the file could not bring along is kept with it until it has been read. */
export async function importQuestionnaire(actor: Actor, files: AsyncIterable<GivenFile>): Promise<Imported> {
  const file = await firstOf(files);
  if (file === null) return wrongFile("questionnaires.import.none");
  if (file === "too-large") return wrongFile("questionnaires.import.too-large");
  const read = readFile(file);
  if ("refused" in read) return read.refused;
  const published = await listPublished(actor);
  const instrument = { ...read.instrument, version: nextVersion(published, read.instrument.name) };
  const told = read.messages.slice(0, MOST_TOLD);
  const begun = await beginDraft(actor, { instrument, ...(told.length > 0 && { told: [...told] }) });
  return begun.ok ? { ok: true, id: begun.value.id } : { ok: false, refusal: begun.refusal, told: NOTHING };
}

const MOST_TOLD = 500;

async function firstOf(files: AsyncIterable<GivenFile>): Promise<Uint8Array | "too-large" | null> {
  for await (const { bytes } of files) {
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of bytes) {
      size += piece.length;
      if (size <= MOST_WORKBOOK_BYTES) pieces.push(piece);
    }
    if (size > MOST_WORKBOOK_BYTES) return "too-large";
    return size === 0 ? null : new Uint8Array(Buffer.concat(pieces));
  }
  return null;
}

type Read =
  | { readonly instrument: Instrument; readonly messages: readonly SheetMessage[] }
  | { readonly refused: Imported };

/** By what it begins with, not by its name: a workbook is a ZIP file, JSON begins with a brace. */
function readFile(file: Uint8Array): Read {
  if (file[0] === 0x50 && file[1] === 0x4b) return readSheets(sheetsOfXlsx(file));
  const text = textOf(file);
  if (text === null) return { refused: wrongFile("questionnaires.import.unknown") };
  return text.trimStart().startsWith("{") ? readJson(text) : readSheets(sheetsOfCsv(text));
}

function textOf(file: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return null;
  }
}

function readJson(text: string): Read {
  const read = readInstrument(text);
  if (read.ok) return { instrument: read.value, messages: [] };
  const places = read.refusal.at.map(({ path }) => path);
  return { refused: wrongFile(`refusal.${read.refusal.code}`, { places }) };
}

function readSheets({
  sheets,
  messages,
}: {
  readonly sheets: readonly Sheet[];
  readonly messages: readonly SheetMessage[];
}): Read {
  if (messages.some(stopsReading)) return { refused: wrongFile("questionnaires.import.wrong", { messages }) };
  const read = readXlsForm(sheets);
  if (!read.instrument) return { refused: wrongFile("questionnaires.import.wrong", { messages: read.messages }) };
  return { instrument: read.instrument, messages: [...messages, ...read.messages] };
}
