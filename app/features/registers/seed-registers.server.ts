import type { z } from "zod";
import { readSeedRows, type SeedFile } from "#app/features/taxonomy/seed-csv.server.ts";
import { aspSessionSchema } from "./asp-sessions.ts";
import { measureSchema } from "./measures.ts";
import { paymentReasonCodeSchema } from "./payment-reason-codes.ts";
import { protectionSchema } from "./protections.ts";
import { formerStatePartySchema, statePartySchema } from "./states-parties.ts";
import { surveyBenchmarkSchema } from "./survey-benchmarks.ts";

/** The registers as they ship. A running instance reads its own, edited copy from the database. */
function rowsOf<T>(file: SeedFile, schema: z.ZodType<T>): readonly T[] {
  return readSeedRows(file).map((row) => schema.parse(row));
}

export const seedMeasures = () => rowsOf("measures", measureSchema);
export const seedStatesParties = () => rowsOf("states-parties", statePartySchema);
export const seedFormerStatesParties = () => rowsOf("former-states-parties", formerStatePartySchema);
export const seedAspSessions = () => rowsOf("asp-sessions", aspSessionSchema);
export const seedProtections = () => rowsOf("protections", protectionSchema);
export const seedPaymentReasonCodes = () => rowsOf("payment-reason-codes", paymentReasonCodeSchema);
export const seedSurveyBenchmarks = () => rowsOf("survey-benchmarks", surveyBenchmarkSchema);
