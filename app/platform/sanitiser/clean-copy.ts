import { type Result, refuse } from "#app/kernel/result.ts";
import type { CleanKind } from "./file-kinds.ts";
import type { NoCopy, Removed } from "./findings.ts";

/** A page of a document as a picture: a part of the copy's own bytes, always a JPEG. */
export type PageSlice = readonly [offset: number, sizeBytes: number];

export interface CleanCopy {
  readonly kind: CleanKind;
  readonly bytes: Uint8Array;
  readonly removed: readonly Removed[];
  /** empty unless it is a document of pages */
  readonly pages: readonly PageSlice[];
}

export type NoCopyRefusal = { readonly kind: "invalid"; readonly code: `file.no-copy.${NoCopy}` };
export type Sanitised = Result<CleanCopy, NoCopyRefusal>;

export const noCopy = (code: NoCopy) => refuse({ kind: "invalid", code: `file.no-copy.${code}` } as const);
