import { ok, type Result, refuse } from "#app/kernel/result.ts";

/** Security model, section 9. Sizes are those of sealed objects, because no others can be added up. */
export const FILES_A_CASE = 20;
export const BYTES_AN_ORGANISATION = 500 * 1024 * 1024;

/**
 * Whether one more file may be taken.
 * @param stored  what the organisation's originals and copies take up already, in bytes
 */
export function mayTake({ files, stored, more = 0 }: { files: number; stored: number; more?: number }): Result<null> {
  if (files >= FILES_A_CASE) return refuse({ kind: "conflict", code: "file.too-many" });
  if (stored + more > BYTES_AN_ORGANISATION) return refuse({ kind: "conflict", code: "file.no-room" });
  return ok(null);
}
