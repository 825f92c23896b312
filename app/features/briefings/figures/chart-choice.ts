import type { Dimension } from "./dimensions.ts";
import type { Measure } from "./table-choice.ts";

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
  readonly measure: Measure;
  /** as they are printed: a table may have become coarser since */
  readonly dimensions: readonly Dimension[];
}

const OVER_TIME: readonly Dimension[] = ["period_year", "period_quarter"];
const BY_REGION: readonly Dimension[] = ["affected_region", "institution_region"];
const rowsAreOf = ({ dimensions }: Drawn, some: readonly Dimension[]) => some.includes(dimensions[0] as Dimension);

/** A bar of a sum would show who is large, and shares of different wholes or bands of medians have no common scale. */
export const isCount = (measure: Measure): boolean => measure === "organisations" || measure === "cases";

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
