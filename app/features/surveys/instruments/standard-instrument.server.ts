import { readFileSync } from "node:fs";
import { join } from "node:path";
import { valueFrom } from "#app/kernel/result.ts";
import { projectRoot } from "#app/platform/db/project-root.server.ts";
import type { Instrument } from "./instrument.ts";
import { readInstrument, withFixedCodes } from "./read-instrument.ts";

let standard: Instrument | null = null;

/**
 * The questionnaire that comes with the product: `prisma/seed/instruments/standard.json`, questions 1 to 39 of the survey
 * before each Assembly, with every list written out.
 */
export function standardInstrument(): Instrument {
  const file = join(projectRoot(), "prisma", "seed", "instruments", "standard.json");
  standard ??= withFixedCodes(valueFrom(readInstrument(readFileSync(file, "utf8"))));
  return standard;
}
