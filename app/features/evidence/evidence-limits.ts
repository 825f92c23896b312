import { ok, type Result, refuse } from "#app/kernel/result.ts";
import type { FileSide } from "./file-page.ts";

/** Security model, section 9. Sizes are those of sealed objects, because no others can be added up. */
export const FILES_A_CASE = 20;
/** A team adds up to here: the places above are kept for the reporter, whose evidence it is. */
export const FILES_BEFORE_A_TEAM = 12;
export const BYTES_AN_ORGANISATION = 500 * 1024 * 1024;

interface Room {
  readonly side: FileSide;
  readonly files: number;
  /** what the organisation's originals and copies take up already, in bytes */
  readonly stored: number;
  readonly more?: number;
}

/** Code of the refusal where this side has no place left; null where it has. */
export function whyFull(side: FileSide, files: number): string | null {
  if (files >= FILES_A_CASE) return "file.too-many";
  return side === "team" && files >= FILES_BEFORE_A_TEAM ? "file.kept-for-reporter" : null;
}

/** Whether one more file may be taken. */
export function mayTake({ side, files, stored, more = 0 }: Room): Result<null> {
  const full = whyFull(side, files);
  if (full) return refuse({ kind: "conflict", code: full });
  if (stored + more > BYTES_AN_ORGANISATION) return refuse({ kind: "conflict", code: "file.no-room" });
  return ok(null);
}
