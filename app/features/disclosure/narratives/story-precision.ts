import type { RiskLevel } from "#app/features/taxonomy/codes.ts";
import { RISK_LEVELS } from "#app/features/taxonomy/codes.ts";

/** How closely a story may say when, where and how much. */
export interface StoryPrecision {
  readonly time: "quarter" | "year" | "none";
  readonly place: "region" | "none";
  readonly amount: "band" | "none";
}

/**
 * What is left of a date, a place and an amount, by what happens to a reporter who is recognised. Nothing closer than a
 * quarter, a regional group and a band is ever told; the higher the risk, the less.
 */
const PRECISION: Readonly<Record<RiskLevel, StoryPrecision>> = {
  minimal: { time: "quarter", place: "region", amount: "band" },
  guarded: { time: "quarter", place: "region", amount: "band" },
  elevated: { time: "year", place: "region", amount: "none" },
  severe: { time: "none", place: "none", amount: "none" },
};

/** As long as nobody has said, it is as if it were elevated. */
const UNKNOWN: RiskLevel = "elevated";

/**
 * The higher of what the reporter fears and what the team judges.
 * @param said each null where nobody has
 */
export function riskToHeed(said: readonly (RiskLevel | null | undefined)[]): RiskLevel {
  const known = said.filter((level) => level !== null && level !== undefined);
  return known.length === 0 ? UNKNOWN : known.reduce((one, other) => (rank(other) > rank(one) ? other : one));
}

const rank = (level: RiskLevel) => RISK_LEVELS.indexOf(level);

export const precisionFor = (risk: RiskLevel): StoryPrecision => PRECISION[risk];
