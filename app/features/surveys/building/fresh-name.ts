import { type Instrument, questionsOf } from "#app/features/surveys/instruments/instrument.ts";

const LONGEST_STEM = 34;

/** A name that nobody has: the stem itself, or with the first number that is free. */
export function freshName(stem: string, taken: ReadonlySet<string>): string {
  const short = stem.slice(0, LONGEST_STEM).replace(/_+$/, "");
  if (!taken.has(short)) return short;
  for (let number = 2; ; number += 1) {
    const name = `${short}_${number}`;
    if (!taken.has(name)) return name;
  }
}

/** "Question 7" where six are there, unless somebody has taken that already. */
export function nextName(stem: string, count: number, taken: ReadonlySet<string>): string {
  for (let number = count + 1; ; number += 1) {
    const name = `${stem}${number}`;
    if (!taken.has(name)) return name;
  }
}

export const questionNames = (instrument: Instrument): ReadonlySet<string> =>
  new Set(questionsOf(instrument).map(({ name }) => name));

/** Pages and ends share one space of names. */
export function pageNames({ pages }: Instrument): ReadonlySet<string> {
  return new Set(pages.flatMap(({ name, ends }) => [name, ...(ends ?? []).map((end) => end.name)]));
}
