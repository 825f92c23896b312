import type { Refusal } from "#app/kernel/refusal.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { type CodeOf, isCode, LISTS, type ListName } from "./codes.ts";

type Unknown = Extract<Refusal, { kind: "invalid" }>;

/**
 * Codes as small numbers, for sealed facets. A number is the place in the list, from 1; 0 stands for "not given" and is no code.
 * Total for a typed code; text from outside goes through `parseCode` first.
 */
export function numberOf<List extends ListName>(list: List, code: CodeOf<List>): number {
  return (LISTS[list] as readonly string[]).indexOf(code) + 1;
}

/** @returns the code with that number, or a refusal: a newer writer may know codes that this reader does not. */
export function codeAt<List extends ListName>(list: List, number: number): Result<CodeOf<List>, Unknown> {
  const code = (LISTS[list] as readonly CodeOf<List>[])[number - 1];
  return code === undefined ? refuse({ kind: "invalid", code: "taxonomy.unknown-number" }) : ok(code);
}

/** @returns the typed code, or a refusal where the list does not hold it. */
export function parseCode<List extends ListName>(list: List, text: string): Result<CodeOf<List>, Unknown> {
  return isCode(list, text) ? ok(text) : refuse({ kind: "invalid", code: "taxonomy.unknown-code" });
}
