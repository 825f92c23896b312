import type { Estimate } from "#app/features/surveys/statistics/proportion.ts";
import type { Respondent, Sample } from "./sample.ts";
import { newTally } from "./tally.ts";
import { said, type Variable } from "./variable.ts";

/** How many were asked, and what became of the question. */
export interface Bases {
  readonly asked: number;
  readonly answered: number;
  /** said "prefer not to say" */
  readonly declined: number;
  readonly empty: number;
}

export interface CountedCode {
  readonly code: string;
  readonly count: number;
  /** of those who answered, weighted where the sample is; null where fewer than ten did */
  readonly share: Estimate | null;
}

export interface Distribution {
  readonly variable: Variable;
  readonly bases: Bases;
  readonly effectiveSize: number;
  readonly codes: readonly CountedCode[];
}

/** Of each code, who gave it. Counts are of organisations; shares are of those who answered. */
export function distributionOf(variable: Variable, { respondents }: Sample): Distribution {
  const tally = newTally();
  const bases = basesOf(variable, respondents, (codes, { weight }) => tally.add(codes, weight));
  return {
    variable,
    bases,
    effectiveSize: tally.effectiveSize,
    codes: variable.codes.map((code) => ({ code, count: tally.count(code), share: tally.share(code) })),
  };
}

function basesOf(
  variable: Variable,
  respondents: readonly Respondent[],
  answered: (codes: readonly string[], respondent: Respondent) => void,
): Bases {
  const bases = { asked: 0, answered: 0, declined: 0, empty: 0 };
  for (const respondent of respondents) {
    const codes = said(variable, respondent);
    if (codes === "not-asked") continue;
    bases.asked += 1;
    if (typeof codes === "string") bases[codes] += 1;
    else {
      bases.answered += 1;
      answered(codes, respondent);
    }
  }
  return bases;
}

/** Share of those asked who gave no answer, in [0, 1]; null where nobody was asked. */
export function nonResponse({ asked, answered }: Bases): number | null {
  return asked === 0 ? null : (asked - answered) / asked;
}
