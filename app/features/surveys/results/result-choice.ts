import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import type { PanelMakeup } from "#app/features/surveys/waves/panel-makeup.ts";
import type { Opened } from "./opened-answers.ts";
import { knownStrata, type NoWeights, panelWeights, whyNoWeights } from "./panel-weights.ts";
import { type Sample, weighed } from "./sample.ts";
import { mayBeCounted } from "./survey-consent.ts";

/** How answers are looked at; stands in the address and says nothing of any answer. */
export interface ResultChoice {
  /** to the panel, by region and size */
  readonly isWeighted: boolean;
  /** only answers that their organisations let appear in published totals */
  readonly isPublic: boolean;
}

/** An address may say anything; what is not said is off. */
export function readChoice(query: URLSearchParams): ResultChoice {
  return { isWeighted: query.get("weighted") === "yes", isPublic: query.get("public") === "yes" };
}

/** The part of an address that keeps a choice from page to page; empty where nothing was chosen. */
export function choiceQuery(
  { isWeighted, isPublic }: ResultChoice,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({
    ...more,
    ...(isWeighted && { weighted: "yes" }),
    ...(isPublic && { public: "yes" }),
  }).toString();
  return query === "" ? "" : `?${query}`;
}

export interface ChosenSample {
  readonly sample: Sample;
  /** the answers of the sample, in its order */
  readonly of: readonly Opened[];
  readonly weights: WeightsTold;
  /** answers that may not appear in published totals, whether they are in the sample or not */
  readonly internal: number;
}

export type WeightsTold =
  | { readonly kind: "none"; readonly why: NoWeights }
  | { readonly kind: "off" }
  | {
      readonly kind: "on";
      readonly designEffect: number;
      readonly effectiveSize: number;
      /** regions by code */
      readonly merged: readonly string[];
      readonly silent: readonly string[];
      /** answers by the open link, which are part of no panel */
      readonly byLink: number;
      /** organisations of the panel whose region or size nobody knows */
      readonly unknown: number;
    };

/** The answers that are looked at, and what each weighs. Where weights cannot be had, all answers weigh the same. */
export function chosenSample(
  instrument: Instrument,
  all: readonly Opened[],
  makeup: PanelMakeup | null,
  choice: ResultChoice,
): ChosenSample {
  const isInternal = ({ answers }: Opened) => !mayBeCounted(answers);
  const internal = all.filter(isInternal).length;
  const looked = choice.isPublic ? all.filter((one) => !isInternal(one)) : all;
  const byCode = looked.filter(({ way }) => way === "panel");
  const unweighted = { sample: weighed(instrument, looked), of: looked, internal };
  const why = whyNoWeights(instrument, makeup, byCode.length);
  if (why !== null) return { ...unweighted, weights: { kind: "none", why } };
  if (!choice.isWeighted) return { ...unweighted, weights: { kind: "off" } };
  const byLink = looked.length - byCode.length;
  return { ...weightedToPanel(instrument, byCode, makeup!, byLink), internal };
}

/** Answers by code alone: those by the open link are part of no panel. */
function weightedToPanel(
  instrument: Instrument,
  byCode: readonly Opened[],
  makeup: PanelMakeup,
  byLink: number,
): Omit<ChosenSample, "internal"> {
  const strata = knownStrata(makeup);
  const weighting = panelWeights(
    byCode.map(({ answers }) => answers),
    strata,
  );
  const { designEffect, effectiveSize, merged, silent } = weighting;
  const unknown = makeup.asked - strata.reduce((sum, { asked }) => sum + asked, 0);
  return {
    sample: weighed(instrument, byCode, weighting),
    of: byCode,
    weights: { kind: "on", designEffect, effectiveSize, merged, silent, byLink, unknown },
  };
}
