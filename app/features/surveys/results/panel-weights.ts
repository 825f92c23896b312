import { type Answers, codesIn } from "#app/features/surveys/instruments/answer-value.ts";
import { findQuestion, type Instrument } from "#app/features/surveys/instruments/instrument.ts";
import {
  type PanelStratum,
  postStratified,
  type Stratum,
  type Weighting,
} from "#app/features/surveys/statistics/post-stratification.ts";
import { NOT_SAID, type PanelMakeup } from "#app/features/surveys/waves/panel-makeup.ts";
import { LEAST_BASE } from "./tally.ts";

/** Questions of the standard questionnaire that say where a respondent belongs: region, and paid staff. */
export const REGION = "q5";
export const SIZE = "q7";

/** Weights by the region and the size that respondents said of themselves, to the panel as it was asked. */
export function panelWeights(all: readonly Answers[], panel: readonly PanelStratum[]): Weighting {
  return postStratified(all.map(stratumOf), panel);
}

/** Somebody based in several regions belongs to the first they named. */
export function stratumOf(answers: Answers): Stratum {
  return { region: codesIn(answers[REGION])[0] ?? NOT_SAID, size: codesIn(answers[SIZE])[0] ?? NOT_SAID };
}

/** Strata whose region and size are both known: only those can be weighted to. */
export function knownStrata({ strata }: PanelMakeup): readonly PanelStratum[] {
  return strata.filter(({ region, size }) => region !== NOT_SAID && size !== NOT_SAID);
}

/** Why answers cannot be weighted to the panel. */
export type NoWeights = "no-panel" | "no-strata" | "not-asked" | "too-few";

/** @param byCode  answers of those who were invited: what came by the open link is part of no panel */
export function whyNoWeights(instrument: Instrument, makeup: PanelMakeup | null, byCode: number): NoWeights | null {
  if (makeup === null || makeup.asked === 0) return "no-panel";
  if (knownStrata(makeup).length === 0) return "no-strata";
  if (!findQuestion(instrument, REGION) || !findQuestion(instrument, SIZE)) return "not-asked";
  return byCode < LEAST_BASE ? "too-few" : null;
}
