import {
  type AskChoice,
  type BriefingText,
  type FigureChoice,
  MOST_FIGURES,
  type Specification,
} from "#app/features/briefings/briefing.ts";
import { figureTableAt } from "#app/features/briefings/figures/figure-tables.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { standardFigures } from "#app/features/briefings/figures/standard-figures.ts";
import type { TableChoice } from "#app/features/briefings/figures/table-choice.ts";
import type { FollowedAsk } from "#app/features/briefings/follow-up.ts";
import { figureAt } from "#app/features/briefings/references/figure-at.ts";
import type { SurveyWish } from "#app/features/surveys/publishing/survey-wish.ts";
import type { Locale } from "#app/i18n/locales.ts";

/** A briefing of the demonstration before its figures are known. */
export interface Sample {
  readonly specification: Specification;
  readonly tables: readonly TableChoice[];
  /** a survey that is printed beside them; left out where none is */
  readonly survey?: SurveyWish;
  readonly texts: Readonly<Record<Locale, BriefingText>>;
  /** cells to show in large type, as far as they may be shown */
  readonly figures: Specification["figures"];
  readonly asks: readonly AskChoice[];
  /** what it says of every ask of the one before; left out where there was none */
  readonly became?: Omit<FollowedAsk, "code">;
}

/** The figures that every briefing says first, as far as a release shows them, then the wanted ones. */
export function sampleFigures({ figures }: Sample, release: ProtectedRelease): Specification["figures"] {
  const shown = figures.filter((figure) => figureAt(release, figure).kind === "printed");
  const all = [...standardFigures(release), ...shown];
  return [...new Map(all.map((figure) => [figureText(figure), figure])).values()].slice(0, MOST_FIGURES);
}

const figureText = ({ table, codes }: FigureChoice): string => [table, ...codes].join("|");

/** The wanted asks that a shown table stands behind, each with its figure where that is shown too. */
export function sampleAsks({ asks }: Sample, release: ProtectedRelease): AskChoice[] {
  return asks
    .map(({ figure, evidence, ...ask }) => ({
      ...ask,
      evidence: evidence.filter((table) => figureTableAt(release, table) !== null),
      ...(figure && figureAt(release, figure).kind === "printed" && { figure }),
    }))
    .filter(({ evidence }) => evidence.length > 0);
}
