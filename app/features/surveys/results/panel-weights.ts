import { type Answers, codesIn } from "#app/features/surveys/instruments/answer-value.ts";
import {
  type PanelStratum,
  postStratified,
  type Stratum,
  type Weighting,
} from "#app/features/surveys/statistics/post-stratification.ts";

/** Questions of the standard questionnaire that say where a respondent belongs: region, and paid staff. */
const REGION = "q5";
const SIZE = "q7";
/** What somebody did not say. A panel does not know it either, so that it weighs as it is. */
const NOT_SAID = "not_said";

/** Weights by the region and the size that respondents said of themselves, to the panel as it was asked. */
export function panelWeights(all: readonly Answers[], panel: readonly PanelStratum[]): Weighting {
  return postStratified(all.map(stratumOf), panel);
}

/** Somebody based in several regions belongs to the first they named. */
export function stratumOf(answers: Answers): Stratum {
  return { region: codesIn(answers[REGION])[0] ?? NOT_SAID, size: codesIn(answers[SIZE])[0] ?? NOT_SAID };
}
