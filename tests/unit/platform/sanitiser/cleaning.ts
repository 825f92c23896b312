import { unzipSync } from "fflate";
import { valueFrom } from "#app/kernel/result.ts";
import type { CleanCopy } from "#app/platform/sanitiser/clean-copy.ts";
import type { FileKind } from "#app/platform/sanitiser/file-kinds.ts";
import { sanitise } from "#app/platform/sanitiser/sanitise.server.ts";
import { pieces } from "../crypto/arbitraries.ts";

export async function cleaned(kind: FileKind, bytes: Uint8Array): Promise<CleanCopy> {
  return valueFrom(await sanitise(kind, pieces(bytes)));
}

/** Why there is no copy, or "copy" where there is one. */
export async function reason(kind: FileKind, bytes: Uint8Array): Promise<string> {
  const result = await sanitise(kind, pieces(bytes));
  return result.ok ? "copy" : result.refusal.code.replace("file.no-copy.", "");
}

export const textOf = ({ bytes }: CleanCopy) => Buffer.from(bytes).toString("utf8");

/** Every part of a copied text document, as text. */
export function partsOf({ bytes }: CleanCopy): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString("latin1")]),
  );
}

export const has = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text);
