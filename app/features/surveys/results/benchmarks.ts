import type { SurveyBenchmark } from "#app/features/registers/survey-benchmarks.ts";
import type { Indicator } from "./indicators.ts";

/**
 * Published figures about the same thing as an indicator, the latest first. Their samples differ in kind from ours and from
 * each other: they stand beside a figure, and nothing is computed from both.
 * @param all  the register of published surveys
 */
export function benchmarksFor({ name, of }: Pick<Indicator, "name" | "of">, all: readonly SurveyBenchmark[]) {
  const code = name === "any_problem" ? "any_problem" : name === "happened" ? of : null;
  if (code === null) return [];
  return all
    .filter((one) => one.code === code && one.unit.startsWith("percent"))
    .toSorted((one, other) => other.year - one.year || one.study.localeCompare(other.study));
}
