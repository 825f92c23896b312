import { choicesOf } from "#app/features/surveys/instruments/choices.ts";
import { codesIn, REGION_LIST } from "#app/features/surveys/instruments/code-lists.ts";
import { findQuestion } from "#app/features/surveys/instruments/instrument.ts";
import { optionsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { NOT_SAID } from "#app/features/surveys/waves/panel-makeup.ts";
import type { AnswerCounts, WaveResults } from "./open-results.server.ts";
import { REGION, SIZE } from "./panel-weights.ts";
import type { ResultWords } from "./result-words.ts";
import { type Side, type StandingRow, standingAgainstPanel } from "./standing-against-panel.ts";
import { LEAST_BASE } from "./tally.ts";

export interface Overview {
  readonly answers: number;
  readonly byCode: number;
  readonly byLink: number;
  /** organisations that were given a code; null where nobody was */
  readonly asked: number | null;
  /** answers by code of those who were given one, in [0, 1]; null where fewer than ten were */
  readonly rate: number | null;
  readonly counts: AnswerCounts;
  /** none where nobody was given a code, or nothing is known of those who were */
  readonly sides: readonly OverviewSide[];
}

export interface OverviewSide {
  readonly side: Side;
  readonly rows: readonly (StandingRow & { readonly label: string | null })[];
}

/** How many have answered, and how they stand against those who were asked. Of all answers, whatever is looked at. */
export function overviewOf(
  { answers, counts, makeup, instrument }: Pick<WaveResults, "answers" | "counts" | "makeup" | "instrument">,
  words: ResultWords,
): Overview {
  const invited = answers.filter(({ way }) => way === "panel").map((one) => one.answers);
  const size = findQuestion(instrument, SIZE);
  const sizes = size ? choicesOf(optionsSourceOf(size) ?? []).map(({ code }) => code) : [];
  const isKnown = makeup?.strata.some((stratum) => stratum.region !== NOT_SAID || stratum.size !== NOT_SAID) ?? false;
  const sideOf = (side: Side, codes: readonly string[], label: (code: string) => string): OverviewSide => ({
    side,
    rows: standingAgainstPanel(side, invited, makeup!, codes).map((row) => ({
      ...row,
      label: row.code === NOT_SAID ? null : label(row.code),
    })),
  });
  return {
    answers: answers.length,
    byCode: invited.length,
    byLink: answers.length - invited.length,
    asked: makeup?.asked ?? null,
    rate: makeup && makeup.asked >= LEAST_BASE ? invited.length / makeup.asked : null,
    counts,
    sides:
      isKnown && findQuestion(instrument, REGION) && size
        ? [
            sideOf("region", codesIn(REGION_LIST), (code) => words.region(code)),
            sideOf("size", sizes, (code) => words.code(size, code)),
          ]
        : [],
  };
}
