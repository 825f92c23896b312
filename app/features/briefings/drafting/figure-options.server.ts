import type { BriefingDraft } from "#app/features/briefings/briefing.ts";
import { labelOf } from "#app/features/briefings/figures/briefing-labels.server.ts";
import { type Dimension, labelListOf } from "#app/features/briefings/figures/dimensions.ts";
import type { FirstRelease } from "#app/features/briefings/figures/first-release-tables.ts";
import type { Locale } from "#app/i18n/locales.ts";

/** A row that could stand in large type. */
export interface FigureOption {
  /** `incident_group.account`, as the form sends it */
  readonly value: string;
  readonly dimension: Dimension;
  readonly label: string;
  /** null: it was chosen, and is not shown in the tables as they are now */
  readonly figure: number | null;
}

/** Every printed row of the tables, and what was chosen before. */
export function figureOptions(draft: BriefingDraft, release: FirstRelease | null, locale: Locale): FigureOption[] {
  const shown = (release?.tables ?? []).flatMap(({ dimension, cells }) =>
    cells.flatMap(({ code, value }) => (value === null ? [] : [option(dimension, code, value, locale)])),
  );
  const missing = draft.specification.figures
    .map(({ dimension, code }) => option(dimension, code, null, locale))
    .filter(({ value }) => !shown.some((one) => one.value === value));
  return [...shown, ...missing];
}

function option(dimension: Dimension, code: string, figure: number | null, locale: Locale): FigureOption {
  return { value: `${dimension}.${code}`, dimension, label: labelOf(labelListOf(dimension), code, locale), figure };
}
