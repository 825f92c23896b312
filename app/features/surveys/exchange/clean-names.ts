import { codeSchema, nameSchema } from "#app/features/surveys/instruments/names.ts";
import { partsOf, rowVariable } from "./variables.ts";

/** Names of other tools have capitals, hyphens and dots; here they are made to fit, and each is told. */
export function cleanName(raw: string): string {
  if (nameSchema.safeParse(raw).success) return raw;
  const plain = snake(raw.toLowerCase(), 40);
  return nameSchema.safeParse(plain).success ? plain : `q_${plain}`.slice(0, 40).replace(/_$/, "");
}

/** A code keeps its capitals; what has no letter or figure at all becomes `x`. */
export function cleanCode(raw: string): string {
  return codeSchema.safeParse(raw).success ? raw : snake(raw, 60) || "x";
}

/** A variable that this product wrote keeps its two parts; of any other the whole name is made to fit. */
export function cleanVariable(raw: string): string {
  const { question, part } = partsOf(raw);
  const isOurs = part !== "" && nameSchema.safeParse(question).success && codeSchema.safeParse(part).success;
  return isOurs ? rowVariable(question, part) : cleanName(raw);
}

const snake = (text: string, most: number): string =>
  text
    .replaceAll(/[^A-Za-z0-9]+/g, "_")
    .slice(0, most)
    .replaceAll(/^_+|_+$/g, "");
