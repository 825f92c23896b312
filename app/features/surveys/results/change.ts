import { independentDifference, type Pairs, pairedDifference } from "#app/features/surveys/statistics/difference.ts";
import type { Estimate } from "#app/features/surveys/statistics/proportion.ts";
import { type Indicator, indicatorsOf, type ShareIndicator, shareIndicators } from "./indicators.ts";
import type { Opened } from "./opened-answers.ts";
import type { ChosenSample } from "./result-choice.ts";
import type { Respondent, Sample } from "./sample.ts";
import { LEAST_BASE } from "./tally.ts";

/** A sample whose respondents can be found again in another survey, where they gave a word for it. */
export interface MarkedSample {
  readonly sample: Sample;
  /** of each respondent, in the order of the sample */
  readonly marks: readonly (string | null)[];
  /** marks of several answers of the survey, whether all of these are in the sample or not */
  readonly ambiguous: ReadonlySet<string>;
}

export interface IndicatorChange extends Pick<Indicator, "name" | "of"> {
  readonly before: Indicator;
  readonly now: Indicator;
  /** how much larger the share is now, of whoever answered; null where one of both bases is too small, and for a band */
  readonly difference: Estimate | null;
  readonly matched: MatchedChange;
}

export interface MatchedChange extends Pairs {
  /** organisations that answered both times */
  readonly n: number;
  /** null where fewer than ten did, and for a band */
  readonly difference: Estimate | null;
}

export interface WaveChange {
  readonly indicators: readonly IndicatorChange[];
  /** organisations that are known to have answered both */
  readonly matched: number;
  /** marks that stand for several answers of either survey, which are matched with nothing */
  readonly ambiguous: number;
}

/** What has changed in the indicators that both questionnaires have. Of those who answered both times each weighs the same. */
export function changeBetween(now: MarkedSample, before: MarkedSample): WaveChange {
  const { pairs, ambiguous } = matchedPairs(now, before);
  const [rules, rulesBefore] = [shareIndicators(now.sample.instrument), shareIndicators(before.sample.instrument)];
  const earlier = indicatorsOf(before.sample);
  const indicators = indicatorsOf(now.sample).flatMap((one): readonly IndicatorChange[] => {
    const then = earlier.find((other) => isSame(one, other));
    if (!then) return [];
    const rule = rules.find((other) => isSame(one, other));
    const ruleBefore = rulesBefore.find((other) => isSame(one, other));
    const matched = rule && ruleBefore ? matchedChange(pairs, rule, ruleBefore) : NOBODY;
    return [{ name: one.name, of: one.of, before: then, now: one, difference: differenceOf(one, then), matched }];
  });
  return { indicators, matched: pairs.length, ambiguous };
}

type Told = Pick<Indicator, "name" | "of">;
const isSame = (one: Told, other: Told): boolean => one.name === other.name && one.of === other.of;

function differenceOf(now: Indicator, before: Indicator): Estimate | null {
  if (!now.share || !before.share) return null;
  return independentDifference(
    { share: now.share.value, n: now.effectiveSize },
    { share: before.share.value, n: before.effectiveSize },
  );
}

type Pair = readonly [now: Respondent, before: Respondent];

const NOBODY: MatchedChange = { n: 0, both: 0, onlyNow: 0, onlyBefore: 0, neither: 0, difference: null };

function matchedChange(pairs: readonly Pair[], now: ShareIndicator, before: ShareIndicator): MatchedChange {
  const counts = { both: 0, onlyNow: 0, onlyBefore: 0, neither: 0 };
  for (const [one, other] of pairs) {
    const [saysNow, saidBefore] = [now.says(one), before.says(other)];
    if (saysNow === null || saidBefore === null) continue;
    counts[saysNow ? (saidBefore ? "both" : "onlyNow") : saidBefore ? "onlyBefore" : "neither"] += 1;
  }
  const n = counts.both + counts.onlyNow + counts.onlyBefore + counts.neither;
  return { n, ...counts, difference: n < LEAST_BASE ? null : pairedDifference(counts) };
}

/** A mark that stands twice in either survey finds nobody: which of several is meant nobody can say. */
function matchedPairs(now: MarkedSample, before: MarkedSample) {
  const ambiguous = new Set([...now.ambiguous, ...before.ambiguous]);
  const found = byMark(before);
  const pairs = [...byMark(now)].flatMap(([mark, respondent]): readonly Pair[] => {
    const other = ambiguous.has(mark) ? undefined : found.get(mark);
    return other ? [[respondent, other]] : [];
  });
  return { pairs, ambiguous: ambiguous.size };
}

function byMark({ sample, marks }: MarkedSample): ReadonlyMap<string, Respondent> {
  return new Map(
    sample.respondents.flatMap((respondent, place) => {
      const mark = marks[place] ?? null;
      return mark === null ? [] : [[mark, respondent] as const];
    }),
  );
}

/**
 * A chosen sample with the marks of its answers. Which marks stand for several is seen in all answers of the survey: one of
 * two that is left out of what is looked at makes the other no less uncertain.
 */
export function marked({ sample, of }: Pick<ChosenSample, "sample" | "of">, all: readonly Opened[]): MarkedSample {
  return { sample, marks: of.map(({ panelMark }) => panelMark), ambiguous: repeated(all) };
}

function repeated(all: readonly Opened[]): ReadonlySet<string> {
  const [seen, twice] = [new Set<string>(), new Set<string>()];
  for (const { panelMark } of all) {
    if (panelMark === null) continue;
    (seen.has(panelMark) ? twice : seen).add(panelMark);
  }
  return twice;
}
