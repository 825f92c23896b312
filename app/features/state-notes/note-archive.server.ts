import type { ReferralContent } from "#app/features/referrals/referral.ts";
import { caseEntries, type FileOnItsWay, textEntry, zipped } from "#app/features/referrals/referral-archive.server.ts";
import { noteCover, noteText } from "./note-text.server.ts";
import type { NoteContent } from "./state-note.ts";
import { noteJson } from "./state-note-rows.server.ts";

/** A part on its way out: what was agreed to, and its files. */
export interface LeavingPart {
  readonly content: ReferralContent;
  readonly files: readonly FileOnItsWay[];
}

/** Cover sheet, the whole note to be read, the same as data, and each part in a folder of its own as its reporter agreed to it. */
export function noteArchive(
  content: NoteContent,
  parts: readonly LeavingPart[],
): AsyncGenerator<Uint8Array, void, undefined> {
  const contents = parts.map((part) => part.content);
  return zipped([
    textEntry("READ-FIRST.txt", noteCover(content, contents)),
    textEntry("note.txt", noteText(content, contents)),
    textEntry("note.json", noteJson(content)),
    ...parts.flatMap((part, at) => caseEntries(part.content, part.files, `${content.parts[at]!.place}/`)),
  ]);
}
