import type { FigureChoice } from "#app/features/briefings/briefing.ts";
import type { FigureCell } from "#app/features/briefings/figures/figure-cell.ts";
import { figureTableAt } from "#app/features/briefings/figures/figure-tables.ts";
import { figureWords } from "#app/features/briefings/figures/figure-words.ts";
import {
  isWithheld,
  type ProtectedRelease,
  type ProtectedTable,
} from "#app/features/briefings/figures/protected-release.ts";
import { ALL, POPULATION_TABLE } from "#app/features/briefings/figures/release-specification.ts";
import { restsOn, tableIdOf } from "#app/features/briefings/figures/table-choice.ts";
import { cellIn } from "#app/features/briefings/references/figure-at.ts";
import { changeSince, type PresentFigure } from "./earlier-edition.ts";
import { askedAt } from "./earlier-survey.ts";
import { cellName, type LanguageVersion, titleAt } from "./language-version.ts";
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
  const { release, t, names } = version;
  const table = figureTableAt(release, id);
  const cell = table && cellIn(table, codes);
  if (!cell || isWithheld(cell)) return [];
  const { measure, value } = cell;
  const label = cellName({ table: id, codes }, version);
  const asked = askedAt(release.survey, { table: id, codes });
  const change = changeOf({ table: id, codes, measure, value, ...(asked && { asked }) }, version);
  return [
    {
      value: figureWords(cell, cell, version),
      // Whoever answers a survey is an organisation.
      label: t(`briefings.figures.row-${measure === "answers" ? "organisations" : measure}`, { label }),
      // Its number is enough to find it: what it is about stands in the label, but for the question that was answered.
      note: joined(asked ? titleAt(id, version) : null, names.get(id) ?? null, ofHowMany(cell, id, version), change),
      table: id,
    },
  ];
}

const joined = (...notes: readonly (string | null)[]): string => notes.filter((note) => note !== null).join(" · ");

function ofHowMany({ base, codes }: FigureCell, id: string, { release, t, formats }: LanguageVersion): string | null {
  if (typeof base === "number") return t("survey-tables.n", { n: formats.number(base) });
  const table = release.tables.find((one) => one.id === id);
  const whole = table ? baseOf(table, codes, release) : null;
  return whole === null ? null : t("briefings.figures.n", { n: formats.number(whole) });
}

/** Of how many: the whole of a share, all of a table of counts; of sums and medians it is not printed. */
function baseOf(table: ProtectedTable, codes: readonly string[], release: ProtectedRelease): number | null {
  const { measure, dimensions } = table;
  if (measure === "share") {
    const [, whole] = restsOn({ ...table, dimensions: [...dimensions] }).map(tableIdOf);
    const shown = release.tables.find(({ id }) => id === whole);
    return (shown && valueIn(shown, codes.slice(0, shown.dimensions.length))) ?? null;
  }
  if (measure !== "organisations" && measure !== "cases") return null;
  return (
    valueIn(
      table,
      dimensions.map(() => ALL),
    ) ?? null
  );
}

const valueIn = ({ cells }: ProtectedTable, codes: readonly string[]): number | null | undefined =>
  cells.find((one) => one.codes.join() === codes.join())?.value;

function changeOf(figure: PresentFigure, { earlier, ...words }: LanguageVersion): string | null {
  return changeSince(earlier, figure, { t: words.t, number: (value) => figureWords(figure, { value }, words) });
}
