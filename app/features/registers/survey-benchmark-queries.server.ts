import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { type SurveyBenchmark, surveyBenchmarkSchema } from "./survey-benchmarks.ts";

/** Published figures of other surveys, as they stand in this installation's register. */
export function listSurveyBenchmarks(actor: Actor): Promise<SurveyBenchmark[]> {
  return withActor(actor, async (tx) => {
    const entries = await tx.referenceEntry.findMany({ where: { list: "survey-benchmarks" } });
    return entries.map(({ data }) => surveyBenchmarkSchema.parse(data));
  });
}
