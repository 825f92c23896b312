import type { Question } from "#app/features/surveys/instruments/instrument.ts";
import type { TextResult } from "./question-result.ts";
import type { ResultWords } from "./result-words.ts";
import type { Sample } from "./sample.ts";
import { newTally } from "./tally.ts";

/** What texts were coded with in the end, by the mark that stands in their place. */
export interface CodedTexts {
  readonly list: string;
  readonly codes: Readonly<Record<string, readonly string[]>>;
}

/** Of each code that texts were given, of how many organisations; the most frequent first. */
export function codedResult(
  { name }: Question,
  { respondents }: Sample,
  words: ResultWords,
  coded: CodedTexts | undefined,
): TextResult {
  if (!coded) return { kind: "text", coded: null };
  const tally = newTally();
  let open = 0;
  for (const { answers, weight } of respondents) {
    const mark = answers[name];
    if (typeof mark !== "string") continue;
    if (Object.hasOwn(coded.codes, mark)) tally.add(coded.codes[mark]!, weight);
    else open += 1;
  }
  const given = new Set(Object.values(coded.codes).flat());
  const figures = [...given]
    .map((code) => ({
      ...{ code, label: words.listed(coded.list, code), count: tally.count(code), share: tally.share(code) },
    }))
    .sort((one, other) => other.count - one.count || one.code.localeCompare(other.code));
  return { kind: "text", coded: { n: tally.n, effectiveSize: tally.effectiveSize, figures, open } };
}
