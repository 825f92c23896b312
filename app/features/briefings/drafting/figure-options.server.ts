import type { BriefingDraft, FigureChoice } from "#app/features/briefings/briefing.ts";
import { figureWords } from "#app/features/briefings/figures/figure-words.ts";
import { isName } from "#app/features/briefings/figures/name-codes.ts";
import {
  isWithheld,
  type ProtectedRelease,
  type ProtectedTable,
} from "#app/features/briefings/figures/protected-release.ts";
import { ALL } from "#app/features/briefings/figures/release-specification.ts";
import { standardFigures } from "#app/features/briefings/figures/standard-figures.ts";
import type { LanguageVersion } from "#app/features/briefings/published/language-version.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { figureText } from "./briefing-forms.ts";
import { bareVersion } from "./briefing-preview.server.ts";

/** A cell that could stand in large type. */
export interface FigureOption {
  /** as the form sends it */
  readonly value: string;
  readonly title: string;
  readonly label: string;
  /** null: it was chosen, and is not shown in the tables as they are now */
  readonly figure: string | null;
  /** one of those that every briefing says first */
  readonly isStandard: boolean;
}

/**
 * The cells that say something in large type: those that were chosen and the standard ones, then every other in the order
 * of the tables, then what was chosen before and is no more. Noughts are left out, and so is what another table has said
 * already.
 */
export function figureOptions(draft: BriefingDraft, release: ProtectedRelease | null, locale: Locale): FigureOption[] {
  const version = release && bareVersion(draft, release, locale);
  const standard = release ? standardFigures(release).map(figureText) : [];
  const chosen = draft.specification.figures.map(figureText);
  const seen = new Set<string>();
  const shown = [...(release?.tables ?? [])].sort(narrowFirst).flatMap((table) =>
    table.cells.flatMap(({ codes, ...cell }): FigureOption[] => {
      const value = figureText({ table: table.id, codes: [...codes] });
      const place = placeOf(table, codes);
      const isNews = cell.value !== 0 && !codes.some(isName) && place !== null && !seen.has(place);
      if (!version || isWithheld(cell) || !(isNews || chosen.includes(value))) return [];
      if (place !== null) seen.add(place);
      const figure = figureWords(table, cell, version);
      return [{ value, ...namesOf(table, codes, version), figure, isStandard: standard.includes(value) }];
    }),
  );
  const missing = chosen
    .filter((value) => !shown.some((one) => one.value === value))
    .map((value) => ({ value, title: "", label: value, figure: null, isStandard: false }));
  const isFirst = ({ isStandard, value }: FigureOption) => Number(isStandard || chosen.includes(value));
  return [...shown.sort((one, other) => isFirst(other) - isFirst(one)), ...missing];
}

/** What a form begins with: what was chosen, else the standard figures. */
export function figuresToBeginWith({ specification }: BriefingDraft, release: ProtectedRelease | null): FigureChoice[] {
  if (specification.figures.length > 0 || !release) return [...specification.figures];
  return standardFigures(release);
}

/** A table by one dimension says its cells better than the margin of a larger one. */
const narrowFirst = (one: ProtectedTable, other: ProtectedTable): number =>
  one.dimensions.length - other.dimensions.length;

/**
 * The same for cells of several tables that say the same.
 * @returns null for all organisations together, which stand first anyway, and for the whole of a share, which is all of it
 */
function placeOf({ measure, of, where, dimensions }: ProtectedTable, codes: readonly string[]): string | null {
  const named = dimensions.flatMap((dimension, place) =>
    codes[place] === ALL ? [] : [`${dimension}=${codes[place]}`],
  );
  const parts = [...named.sort(), ...(where ? [`only ${where.dimension}=${where.code}`] : [])];
  const isWhole = measure === "share" && dimensions.length === 2 && codes[1] === ALL;
  return isWhole || (parts.length === 0 && measure === "organisations") ? null : [measure, of, ...parts].join("|");
}

function namesOf(table: ProtectedTable, codes: readonly string[], { labelOf, titleOf }: LanguageVersion) {
  const labels = table.dimensions.map((dimension, place) => labelOf(dimension, codes[place] ?? ""));
  return { title: titleOf(table), label: labels.join(" · ") };
}
