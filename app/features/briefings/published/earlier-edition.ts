import type { FigureChoice } from "#app/features/briefings/briefing.ts";
import type { Measure } from "#app/features/briefings/figures/table-choice.ts";
import type { Text } from "#app/i18n/text.tsx";

/** What the briefing for the last session before this one prints: counts alone, as its package has them. */
export interface EarlierEdition {
  /** code of its session, such as ASP24 */
  readonly session: string;
  readonly figures: readonly EarlierFigure[];
}

export interface EarlierFigure extends FigureChoice {
  readonly measure: Extract<Measure, "organisations" | "cases">;
  readonly value: number;
}

/** A figure of the present briefing. */
export interface PresentFigure extends Pick<FigureChoice, "table" | "codes"> {
  readonly measure: Measure;
  readonly value: number | null;
}

interface ChangeWords {
  readonly t: Text;
  readonly number: (value: number) => string;
}

/**
 * How a printed figure differs from the same cell of the last Assembly's briefing, which is the large figure it stands below.
 * It is worked out from the two printed figures, so that it tells nothing they do not.
 * @returns null where there is no such cell, or either is withheld
 */
export function changeSince(
  earlier: EarlierEdition | null,
  { table, codes, measure, value }: PresentFigure,
  { t, number }: ChangeWords,
): string | null {
  const before = earlier?.figures.find(
    (one) => one.table === table && one.measure === measure && one.codes.join() === codes.join(),
  );
  if (!earlier || !before || value === null) return null;
  const direction = value > before.value ? "more" : value < before.value ? "fewer" : "same";
  const change = t(`briefings.change.${direction}`, { before: earlier.session, there: number(before.value) });
  // Two figures that are the same after rounding may stand for numbers that are a few apart.
  return measure === "organisations" ? `${change} ${t("briefings.change.rounded")}` : change;
}
