import type { FigureChoice } from "#app/features/briefings/briefing.ts";
import { figureWords } from "#app/features/briefings/figures/figure-words.ts";
import {
  isWithheld,
  type ProtectedCell,
  type ProtectedRelease,
  type ProtectedTable,
} from "#app/features/briefings/figures/protected-release.ts";
import { ALL, POPULATION_TABLE } from "#app/features/briefings/figures/release-specification.ts";
import { restsOn, tableIdOf } from "#app/features/briefings/figures/table-choice.ts";
import { changeSince, type PresentFigure } from "./earlier-edition.ts";
import type { LanguageVersion } from "./language-version.ts";
import type { PublishedFigure } from "./published-text.ts";

/** The figures in large type: how many organisations, then the chosen rows that may be shown. */
export function publishedFigures(version: LanguageVersion): PublishedFigure[] {
  const { draft, release, t, formats } = version;
  const { population } = release;
  if (population.kind === "not_said") return [];
  const isRounded = population.kind === "rounded";
  const value = isRounded ? population.organisations : null;
  const change = changeOf({ table: POPULATION_TABLE, codes: [ALL], measure: "organisations", value }, version);
  const all: PublishedFigure = {
    value: isRounded ? formats.number(population.organisations) : t("briefings.figures.more-than-five"),
    label: t("briefings.figures.organisations"),
    // The change says it of both.
    note: change ?? (isRounded ? t("briefings.figures.rounded") : ""),
  };
  return [all, ...draft.specification.figures.flatMap((figure) => chosenFigure(figure, version))];
}

function chosenFigure({ table: id, codes }: FigureChoice, version: LanguageVersion): PublishedFigure[] {
  const { release, t, formats, labelOf, names } = version;
  const table = release.tables.find((one) => one.id === id);
  const cell = table && cellIn(table, codes);
  if (!cell || isWithheld(cell)) return [];
  const label = formats.list(table.dimensions.map((dimension, place) => labelOf(dimension, codes[place] ?? "")));
  const base = baseOf(table, codes, release);
  const n = base === null ? null : t("briefings.figures.n", { n: formats.number(base) });
  const change = changeOf({ table: id, codes, measure: table.measure, value: cell.value }, version);
  return [
    {
      value: figureWords(table, cell, version),
      label: t(`briefings.figures.row-${table.measure}`, { label }),
      // Its number is enough to find it: what it is about stands in the label.
      note: joined(names.get(id) ?? null, n, change),
      table: id,
    },
  ];
}

const joined = (...notes: readonly (string | null)[]): string => notes.filter((note) => note !== null).join(" · ");

const cellIn = ({ cells }: ProtectedTable, codes: readonly string[]): ProtectedCell | undefined =>
  cells.find((one) => one.codes.join() === codes.join());

/** Of how many: the whole of a share, all of a table of counts; of sums and medians it is not printed. */
function baseOf(table: ProtectedTable, codes: readonly string[], release: ProtectedRelease): number | null {
  const { measure, dimensions } = table;
  if (measure === "share") {
    const [, whole] = restsOn({ ...table, dimensions: [...dimensions] }).map(tableIdOf);
    const shown = release.tables.find(({ id }) => id === whole);
    return (shown && cellIn(shown, codes.slice(0, shown.dimensions.length))?.value) ?? null;
  }
  if (measure !== "organisations" && measure !== "cases") return null;
  return (
    cellIn(
      table,
      dimensions.map(() => ALL),
    )?.value ?? null
  );
}

function changeOf(figure: PresentFigure, { earlier, t, formats }: LanguageVersion): string | null {
  return changeSince(earlier, figure, { t, number: (value) => formats.number(value) });
}
