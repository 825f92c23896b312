import type { Answers } from "#app/features/surveys/instruments/answer-value.ts";
import { NOT_SAID, type PanelMakeup } from "#app/features/surveys/waves/panel-makeup.ts";
import { stratumOf } from "./panel-weights.ts";
import { LEAST_BASE } from "./tally.ts";

export type Side = "region" | "size";

/** One region or one size: how many were asked, how many answered, and what part of the whole they are. */
export interface StandingRow {
  /** `NOT_SAID` for what the panel does not know, or a respondent did not say */
  readonly code: string;
  readonly asked: number;
  readonly answered: number;
  /** answered of asked; null where fewer than ten were asked, and where more answered than the panel knows of */
  readonly rate: number | null;
  /** of the panel and of the answers; null where there are fewer than ten of either */
  readonly ofPanel: number | null;
  readonly ofAnswers: number | null;
}

/**
 * How those who answered stand against those who were asked. Both say by themselves where they belong, the panel through
 * its coordinators: a rate above one means that they do not say the same.
 * @param all  answers of those who were invited
 * @param codes  regions or sizes in the order in which they are told
 */
export function standingAgainstPanel(
  side: Side,
  all: readonly Answers[],
  { strata }: PanelMakeup,
  codes: readonly string[],
): readonly StandingRow[] {
  const asked = new Map<string, number>();
  for (const stratum of strata) asked.set(stratum[side], (asked.get(stratum[side]) ?? 0) + stratum.asked);
  const answered = new Map<string, number>();
  for (const answers of all) {
    const code = stratumOf(answers)[side];
    answered.set(code, (answered.get(code) ?? 0) + 1);
  }
  const panel = strata.reduce((sum, stratum) => sum + stratum.asked, 0);
  const part = (count: number, whole: number) => (whole < LEAST_BASE ? null : count / whole);
  return [...codes, NOT_SAID]
    .map((code) => ({ code, asked: asked.get(code) ?? 0, answered: answered.get(code) ?? 0 }))
    .filter((row) => row.asked + row.answered > 0)
    .map((row) => ({
      ...row,
      rate: row.code === NOT_SAID || row.answered > row.asked ? null : part(row.answered, row.asked),
      ofPanel: part(row.asked, panel),
      ofAnswers: part(row.answered, all.length),
    }));
}
