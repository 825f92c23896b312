import { isCode, type Remedy } from "#app/features/taxonomy/codes.ts";

/** Two inputs for each remedy that was tried: what came of it, and when. */
const RESULT = "result-";
const TRIED = "tried-";

export const resultField = (remedy: Remedy) => `${RESULT}${remedy}`;
export const triedField = (remedy: Remedy) => `${TRIED}${remedy}`;

export interface RemedyField {
  readonly remedy: Remedy;
  readonly asks: "result" | "tried";
}

/** @returns what an input asks of which remedy; null for the inputs of other questions */
export function remedyFieldOf(name: string): RemedyField | null {
  const asks = name.startsWith(RESULT) ? "result" : name.startsWith(TRIED) ? "tried" : null;
  const remedy = name.slice(name.indexOf("-") + 1);
  return asks && isCode("remedy", remedy) ? { remedy, asks } : null;
}
