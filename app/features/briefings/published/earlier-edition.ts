import type { FigureChoice } from "#app/features/briefings/briefing.ts";
import type { Counted } from "#app/features/briefings/figures/figure-cell.ts";
import type { Measure } from "#app/features/briefings/figures/table-choice.ts";
import type { Text } from "#app/i18n/text.tsx";

/** What the briefing for the last session before this one prints: counts of cases, as its package has them, and shares of its survey. */
export interface EarlierEdition {
  /** code of its session, such as ASP24 */
  readonly session: string;
  readonly figures: readonly EarlierFigure[];
}

export interface EarlierFigure extends FigureChoice {
  readonly measure: Extract<Measure, "organisations" | "cases" | "share">;
  readonly value: number;
  /** of a survey: the words of question and answer, for another questionnaire may ask something else under the same name */
  readonly asked?: string;
}

/** A figure of the present briefing. */
export interface PresentFigure extends Pick<FigureChoice, "table" | "codes">, Pick<EarlierFigure, "asked"> {
  readonly measure: Counted;
  readonly value: number | null;
}

interface ChangeWords {
  readonly t: Text;
  readonly number: (value: number) => string;
}

/**
 * How a printed figure differs from the same cell of the last Assembly's briefing, which is the large figure it stands below.
 * It is worked out from the two printed figures, so that it tells nothing they do not.
 * @returns null where there is no such cell, where it was asked in other words, or where either is withheld
 */
export function changeSince(
  earlier: EarlierEdition | null,
  { table, codes, measure, value, asked }: PresentFigure,
  { t, number }: ChangeWords,
): string | null {
  const before = earlier?.figures.find(
    (one) => one.table === table && one.measure === measure && one.asked === asked && one.codes.join() === codes.join(),
  );
  if (!earlier || !before || value === null) return null;
  const direction = value > before.value ? "more" : value < before.value ? "fewer" : "same";
  const change = t(`briefings.change.${direction}`, { before: earlier.session, there: number(before.value) });
  // Two figures that are the same after rounding may stand for numbers that are a few apart.
  return measure === "organisations" ? `${change} ${t("briefings.change.rounded")}` : change;
}
