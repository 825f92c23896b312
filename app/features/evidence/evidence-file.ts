import type { CleanKind, FileKind } from "#app/platform/sanitiser/file-kinds.ts";
import type { NoCopy, Removed } from "#app/platform/sanitiser/findings.ts";

/** As it came, or made anew for people to look at and pass on. */
export type FileHalf = "original" | "copy";

/** What is known of a file, under the case key. Nothing of it lies in a column. */
export interface FileRecord {
  /** as its sender called it, without what steers a screen */
  readonly name: string;
  readonly kind: FileKind;
  readonly sizeBytes: number;
  /** SHA-256 of the original, hexadecimal: its value as evidence */
  readonly sha256: string;
  readonly receivedAt: string;
  readonly copy: CopyRecord | { readonly none: NoCopy };
}

export interface CopyRecord {
  readonly kind: CleanKind;
  readonly sizeBytes: number;
  readonly removed: readonly Removed[];
  /** parts of the copy that are pictures of its pages */
  readonly pages: readonly (readonly [offset: number, sizeBytes: number])[];
}

export const hasCopy = (copy: FileRecord["copy"]): copy is CopyRecord => !("none" in copy);
