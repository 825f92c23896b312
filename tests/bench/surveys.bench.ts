import type { Answers, Value } from "#app/features/surveys/instruments/answer-value.ts";
import { choicesOf } from "#app/features/surveys/instruments/choices.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { optionsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { pageAt, type RoutedQuestion, routed } from "#app/features/surveys/instruments/routing.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { crossTable } from "#app/features/surveys/results/cross-table.ts";
import { distributionOf } from "#app/features/surveys/results/distribution.ts";
import { indicatorsOf } from "#app/features/surveys/results/indicators.ts";
import { sampleOf } from "#app/features/surveys/results/sample.ts";
import { variablesOf } from "#app/features/surveys/results/variable.ts";
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

/** With any other answer the questionnaire ends on its first pages. */
const LEADING_ON: Answers = { q1: "yes", q3: "yes" };

/** Somebody who takes part and answers everything that is asked, each in another way. */
function answersOf(instrument: Instrument, seed: number): Answers {
  const answers: Record<string, Value> = { ...LEADING_ON };
  for (const { name } of instrument.pages) {
    const page = pageAt(routed(instrument, answers), name);
    for (const [place, asked] of (page?.questions ?? []).entries()) {
      const value = valueFor(asked, seed + 7 * place);
      if (value !== undefined) answers[asked.question.name] ??= value;
    }
  }
  return answers;
}

function valueFor({ question, rows }: RoutedQuestion, at: number): Value | undefined {
  const codes = choicesOf(optionsSourceOf(question) ?? []).filter(({ exclusive }) => !exclusive);
  const code = codes[at % Math.max(1, codes.length)]?.code ?? "yes";
  switch (question.kind) {
    case "yes-no":
    case "one-of":
    case "band":
      return question.kind === "yes-no" ? "yes" : code;
    case "many-of":
      return [code];
    case "matrix":
      return Object.fromEntries(rows.map((row, place) => [row.code, codes[(at + place) % codes.length]!.code]));
    case "number":
      return at % 40;
    case "number-by-row":
      return Object.fromEntries(rows.map((row, place) => [row.code, 1 + ((at + place) % 9)]));
    case "places":
      return { regions: ["africa"], countries: [] };
    default:
      return undefined;
  }
}
