import type { Answers } from "#app/features/surveys/instruments/answer-value.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { crossTable } from "#app/features/surveys/results/cross-table.ts";
import { distributionOf } from "#app/features/surveys/results/distribution.ts";
import { indicatorsOf } from "#app/features/surveys/results/indicators.ts";
import { sampleOf } from "#app/features/surveys/results/sample.ts";
import { variablesOf } from "#app/features/surveys/results/variable.ts";
import { answersOf } from "../support/standard-answers.ts";
import { type BenchRow, timed } from "./bench-row.ts";

const DIFFERENT = 400;

/** What an analyst waits for once the answers are open: every distribution and indicator, and one cross-table of three. */
export async function measure({ sizes = [400, 20_000] } = {}): Promise<BenchRow[]> {
  const instrument = standardInstrument();
  const different = Array.from({ length: DIFFERENT }, (_, seed) => answersOf(instrument, seed));
  const rows: BenchRow[] = [];
  for (const size of sizes) rows.push(...(await over(instrument, size, different)));
  return rows;
}

async function over(instrument: Instrument, size: number, different: readonly Answers[]): Promise<BenchRow[]> {
  const all = Array.from({ length: size }, (_, place) => different[place % different.length]!);
  const variables = variablesOf(instrument);
  const sample = sampleOf(instrument, all);
  const [region, size_, court] = ["q6", "q7", "q27"].map((name) => variables.find((one) => one.name === name)!);
  const what = `${size.toLocaleString("en")} answers`;
  return [
    await timed(`walking through ${what}`, null, () => sampleOf(instrument, all), { runs: 3 }),
    await timed(`${variables.length} distributions of ${what}`, null, () =>
      variables.map((variable) => distributionOf(variable, sample)),
    ),
    await timed(`indicators of ${what}`, null, () => indicatorsOf(sample)),
    await timed(`a cross-table of three questions, ${what}`, null, () => crossTable([region!, size_!, court!], sample)),
  ];
}
