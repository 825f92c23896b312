import { readNumber } from "#app/features/surveys/answering/read-number.ts";
import type { Kind } from "#app/features/surveys/instruments/instrument.ts";

export type Limit =
  | "unsure"
  | "atMost"
  | "least"
  | "most"
  | "decimals"
  | "earliest"
  | "latest"
  | "countries"
  | "places";

/** What can be limited about each kind of question. */
export const LIMIT_FIELDS: Record<Kind, readonly Limit[]> = {
  statement: [],
  "yes-no": ["unsure"],
  "one-of": [],
  "many-of": ["atMost"],
  band: [],
  matrix: [],
  number: ["least", "most", "decimals"],
  "number-by-row": ["least", "most", "decimals"],
  quarter: ["earliest", "latest"],
  "quarter-by-row": ["earliest", "latest"],
  places: ["countries"],
  ranking: ["places"],
  "short-text": ["most"],
  "long-text": ["most"],
};

/** Yes or no; all others are typed. */
export const TICKED_LIMITS: readonly Limit[] = ["unsure", "decimals"];
const QUARTERS: readonly Limit[] = ["earliest", "latest"];

/** Whole numbers that a question must have, or may have, and between which they lie. */
const WHOLE: readonly (readonly [
  kinds: readonly Kind[],
  limit: Limit,
  least: number,
  most: number,
  isNeeded: boolean,
])[] = [
  [["many-of"], "atMost", 1, 300, false],
  [["places"], "countries", 0, 12, true],
  [["ranking"], "places", 1, 20, true],
  [["short-text", "long-text"], "most", 1, 10_000, true],
];

type Read = { readonly value: number | string | true | undefined } | { readonly wrong: string };

/** A limit as it was typed. Whether the lowest is above the highest is a fault, which may stand for a while. */
export function readLimit(kind: Kind, limit: Limit, text: string): Read {
  if (TICKED_LIMITS.includes(limit)) return { value: text === "yes" ? true : undefined };
  if (QUARTERS.includes(limit)) {
    const quarter = text.toUpperCase().replace(/\s+/g, "");
    if (quarter === "") return { value: undefined };
    return /^\d{4}-Q[1-4]$/.test(quarter) ? { value: quarter } : { wrong: "questionnaires.error.quarter" };
  }
  const whole = WHOLE.find(([kinds, one]) => kinds.includes(kind) && one === limit);
  const limits = whole ? { least: whole[2], most: whole[3] } : { decimals: true as const };
  const number = readNumber(text, limits);
  if (typeof number === "object")
    return { wrong: whole ? "questionnaires.error.whole" : "questionnaires.error.number" };
  return number === undefined && whole?.[4] ? { wrong: "questionnaires.error.whole" } : { value: number };
}
