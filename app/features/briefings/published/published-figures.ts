import { captionOf, type LanguageVersion } from "./language-version.ts";
import type { PublishedFigure } from "./published-text.ts";

/** The figures in large type: how many organisations, then the chosen rows that may be shown. */
export function publishedFigures(version: LanguageVersion): PublishedFigure[] {
  const { draft, release, t, formats, labelOf } = version;
  const { population, tables } = release;
  if (population.kind === "not_said") return [];
  const isRounded = population.kind === "rounded";
  const all: PublishedFigure = {
    value: isRounded ? formats.number(population.organisations) : t("briefings.figures.more-than-five"),
    label: t("briefings.figures.organisations"),
    note: isRounded ? t("briefings.figures.rounded") : "",
  };
  const chosen = draft.specification.figures.flatMap(({ dimension, code }): PublishedFigure[] => {
    const value = tables
      .find((table) => table.dimension === dimension)
      ?.cells.find((cell) => cell.code === code)?.value;
    if (value === null || value === undefined) return [];
    const label = t("briefings.figures.row", { label: labelOf(dimension, code) });
    return [{ value: formats.number(value), label, note: captionOf(dimension, version) }];
  });
  return [all, ...chosen];
}
