import type { Actor } from "#app/access/actor.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import { languageFor, wordsIn } from "#app/features/surveys/instruments/words.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { WaveId } from "#app/kernel/id.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import { findResults, type NotOpen, type WaveResults } from "./open-results.server.ts";
import { pagesWithResults } from "./question-results.ts";
import { type ChosenSample, chosenSample, type ResultChoice, readChoice, type WeightsTold } from "./result-choice.ts";
import { type ResultWords, resultWords } from "./result-words.ts";

/** What stands around every page of results. */
export interface ResultsFrame {
  readonly waveId: WaveId;
  readonly session: string;
  readonly closesOn: IsoDay;
  readonly is: "open" | NotOpen;
  readonly choice: ResultChoice;
  /** null while nothing is open */
  readonly looked: LookedAt | null;
}

export interface LookedAt {
  /** answers that are looked at */
  readonly n: number;
  readonly internal: number;
  /** regions in words */
  readonly weights: WeightsTold;
  readonly pages: readonly { readonly name: string; readonly title: string }[];
}

/** Everything that a page of results is made of. */
export interface AtResults extends ChosenSample {
  readonly results: WaveResults;
  readonly choice: ResultChoice;
  readonly words: ResultWords;
  readonly locale: Locale;
  readonly query: URLSearchParams;
}

interface Asked {
  readonly actor: Actor;
  readonly params: { readonly waveId: WaveId };
  readonly url: URL;
  readonly locale: Locale;
}

/** One page of results, or why there is none: `content` is asked only where answers are open. */
export async function resultsPage<C>(
  { actor, params: { waveId }, url, locale }: Asked,
  content: (at: AtResults) => C | Promise<C>,
): Promise<{ frame: ResultsFrame; content: C | null }> {
  const found = await findResults(actor, waveId);
  const wave = found.is === "open" ? found.results.wave : found.wave;
  const choice = readChoice(url.searchParams);
  const { session, closesOn } = wave.facts;
  const frame = { waveId, session, closesOn: wave.endedOn ?? closesOn, is: found.is, choice };
  if (found.is !== "open") return { frame: { ...frame, looked: null }, content: null };
  const at = resultsAt(found.results, choice, url.searchParams, locale);
  return { frame: { ...frame, looked: lookedAt(at) }, content: await content(at) };
}

/** Open answers as somebody looks at them: chosen, weighted, and with their words. */
export function resultsAt(
  results: WaveResults,
  choice: ResultChoice,
  query: URLSearchParams,
  locale: Locale,
): AtResults {
  const { instrument, answers, makeup } = results;
  const words = resultWords(instrument, locale, codeWordsIn(languageFor(locale, instrument.languages)));
  return { ...chosenSample(instrument, answers, makeup, choice), results, choice, words, locale, query };
}

function lookedAt({ results: { instrument }, of, weights, internal, words, locale }: AtResults): LookedAt {
  const language = languageFor(locale, instrument.languages);
  const regions = (codes: readonly string[]) => codes.map((code) => words.region(code));
  return {
    ...{ n: of.length, internal },
    weights:
      weights.kind === "on"
        ? { ...weights, merged: regions(weights.merged), silent: regions(weights.silent) }
        : weights,
    pages: pagesWithResults(instrument).map(({ name, title }) => ({ name, title: wordsIn(title, language) })),
  };
}
