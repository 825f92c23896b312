import { notFound } from "#app/access/answers.server.ts";
import { seenMark } from "./draft-commands.server.ts";
import type { BuiltDraft } from "./draft-queries.server.ts";
import type { Sheet } from "./sheet.ts";
import { mainLanguage } from "./sheets.ts";

/** What every page with a form of its own needs. @throws Response the page of what is not there */
export function partPage({ id, instrument }: BuiltDraft, sheet: Sheet) {
  const defaults = sheet.fields(instrument) ?? absent();
  return { id, language: mainLanguage(instrument), seen: seenMark(defaults), defaults };
}

/** @throws Response the page of what is not there */
export function absent(): never {
  throw notFound();
}
