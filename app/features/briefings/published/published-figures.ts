import { figureWords } from "#app/features/briefings/figures/figure-words.ts";
import { isWithheld } from "#app/features/briefings/figures/protected-release.ts";
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
  const chosen = draft.specification.figures.flatMap(({ table: id, codes }): PublishedFigure[] => {
    const table = tables.find((one) => one.id === id);
    const cell = table?.cells.find((one) => one.codes.join() === codes.join());
    if (!table || !cell || isWithheld(cell)) return [];
    const label = formats.list(table.dimensions.map((dimension, place) => labelOf(dimension, codes[place] ?? "")));
    const row = t(`briefings.figures.row-${table.measure}`, { label });
    return [{ value: figureWords(table, cell, version), label: row, note: captionOf(table, version) }];
  });
  return [all, ...chosen];
}
