import type { Answers } from "#app/features/surveys/instruments/answer-value.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { changeBetween, marked } from "#app/features/surveys/results/change.ts";
import { crossTable } from "#app/features/surveys/results/cross-table.ts";
import { distributionOf } from "#app/features/surveys/results/distribution.ts";
import { indicatorsOf } from "#app/features/surveys/results/indicators.ts";
import { openedAnswer } from "#app/features/surveys/results/opened-answers.ts";
import { openedText, readOpenedText } from "#app/features/surveys/results/opened-text.server.ts";
import { pageResults, pagesWithResults } from "#app/features/surveys/results/question-results.ts";
import { chosenSample } from "#app/features/surveys/results/result-choice.ts";
import { resultWords } from "#app/features/surveys/results/result-words.ts";
import { sampleOf } from "#app/features/surveys/results/sample.ts";
import { variablesOf } from "#app/features/surveys/results/variable.ts";
import { answersOf } from "../support/standard-answers.ts";
import { type BenchRow, timed } from "./bench-row.ts";

const DIFFERENT = 400;

/** What an analyst waits for: opening answers for a sitting, then each page of results, and all distributions at once. */
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
  const crossed = ["q6", "q7", "q27"].map((name) => variables.find((one) => one.name === name)!);
  const what = `${size.toLocaleString("en")} answers`;
  const digest = "0".repeat(64);
  const sealedAway = all.map((answers, place) => ({
    ...{ way: "panel" as const, instrument: digest, answers, panelMark: `mark-${place}` },
  }));
  const open = () => openedText(sealedAway.map((one) => openedAnswer(instrument, digest, one)!));
  const held = await open();
  const words = resultWords(instrument, "en", codeWordsIn("en"));
  // As a page does: what is held is read, and then one page of the questionnaire is counted.
  const chosen = async () => {
    const opened = await readOpenedText(held);
    return { opened, ...chosenSample(instrument, opened, null, { isWeighted: false, isPublic: false }) };
  };
  const pageOf = (name: string) => async () => pageResults((await chosen()).sample, name, words);
  const longest = pagesWithResults(instrument).find(({ name }) => name === "incidents")!.name;
  return [
    await timed(`walking through ${what}`, null, () => sampleOf(instrument, all), { runs: 3 }),
    await timed(`${variables.length} distributions of ${what}`, null, () =>
      variables.map((variable) => distributionOf(variable, sample)),
    ),
    await timed(`what is held after opening ${what}`, null, open, { runs: 3 }),
    await timed(`a page of the questionnaire, ${what}`, null, pageOf(longest), { runs: 3 }),
    await timed(
      `change between two surveys of ${what}`,
      null,
      async () => {
        const one = await chosen();
        return changeBetween(marked(one, one.opened), marked(one, one.opened));
      },
      { runs: 3 },
    ),
    await timed(`indicators of ${what}`, null, () => indicatorsOf(sample)),
    await timed(`a cross-table of three questions, ${what}`, null, () => crossTable(crossed, sample)),
  ];
}
