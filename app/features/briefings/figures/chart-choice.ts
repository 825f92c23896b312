import type { Dimension } from "./dimensions.ts";
import type { Counted } from "./figure-cell.ts";
import type { ProtectedRelease } from "./protected-release.ts";
import { questionAt } from "./survey-tables.ts";

/** How the rows of a table are drawn. A table of two sides has a small picture for each column, all to one scale. */
export const CHART_KINDS = ["bar", "dot", "line", "map"] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

export const CHART_CHOICES = [...CHART_KINDS, "none"] as const;
export type ChartChoice = (typeof CHART_CHOICES)[number];

/** What an editor wants for one table; the others are drawn as is usual. */
export interface TableChart {
  readonly table: string;
  readonly kind: ChartChoice;
}

interface Drawn {
  readonly id: string;
  readonly measure: Counted;
  /** as they are printed: a table may have become coarser since; a question of a survey has none */
  readonly dimensions: readonly Dimension[];
}

/** A question of a survey: its rows are answers, which have no place in time or on a map. */
export const drawnQuestion = (id: string): Drawn => ({ id, measure: "answers", dimensions: [] });

/** A table of cases or of a survey, as pictures are chosen for it; null where the release has none of this id. */
export function drawnAt({ tables, survey }: Pick<ProtectedRelease, "tables" | "survey">, id: string): Drawn | null {
  return tables.find((one) => one.id === id) ?? (questionAt(survey, id) ? drawnQuestion(id) : null);
}

const OVER_TIME: readonly Dimension[] = ["period_year", "period_quarter"];
const BY_REGION: readonly Dimension[] = ["affected_region", "institution_region"];
const rowsAreOf = ({ dimensions }: Drawn, some: readonly Dimension[]) => some.includes(dimensions[0] as Dimension);

/** A bar of a sum would show who is large, and shares of different wholes or bands of medians have no common scale. */
export const isCount = (measure: Counted): boolean => COUNTS.includes(measure);
const COUNTS: readonly Counted[] = ["organisations", "cases", "answers"];

/** A picture goes its own way, into other people's slides, and a name never stands without its reply. */
const isNaming = ({ dimensions }: Drawn) => dimensions.includes("institution_named");
const isInRows = (table: Drawn) => isCount(table.measure) && !isNaming(table);

const FITS: Record<ChartChoice, (table: Drawn) => boolean> = {
  bar: isInRows,
  dot: isInRows,
  line: (table) => isInRows(table) && rowsAreOf(table, OVER_TIME),
  map: (table) => isCount(table.measure) && rowsAreOf(table, BY_REGION) && table.dimensions.length === 1,
  none: () => true,
};

/** What may be chosen for a table, in the order in which it is offered. */
export const chartsFor = (table: Drawn): ChartChoice[] => CHART_CHOICES.filter((kind) => FITS[kind](table));

/** Time is a line, and where those affected live is a map; all other counts are bars. */
export function usualChart(table: Drawn): ChartChoice {
  if (!isInRows(table)) return "none";
  if (FITS.line(table)) return "line";
  return FITS.map(table) && rowsAreOf(table, ["affected_region"]) ? "map" : "bar";
}

/** What was chosen, as long as it fits what is printed. Drafts from before there was a choice have none. */
export function chartFor(table: Drawn, chosen: readonly TableChart[] = []): ChartChoice {
  const own = chosen.find((one) => one.table === table.id)?.kind;
  return own && FITS[own](table) ? own : usualChart(table);
}
