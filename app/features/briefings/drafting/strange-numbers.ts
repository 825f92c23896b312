import type { FigureChoice } from "#app/features/briefings/briefing.ts";
import type { FigureCell } from "#app/features/briefings/figures/figure-cell.ts";
import { figureTables } from "#app/features/briefings/figures/figure-tables.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { POPULATION_TABLE } from "#app/features/briefings/figures/release-specification.ts";
import { withoutReferences } from "#app/features/briefings/references/figure-reference.ts";
import { latinDigits } from "#app/kernel/latin-digits.ts";

/** Digits of any script, with the marks that part thousands and decimals, and a per cent sign. */
const NUMBERS = /\p{Nd}+(?:[.,\u066b\u066c\u00a0\u202f]\p{Nd}+)*\s?[%٪]?/gu;

/** A printed figure and where it stands; the number of all organisations has no codes. */
export interface PrintedFigure {
  readonly table: string;
  readonly codes: FigureChoice["codes"];
  readonly value: number;
}

/** A number that somebody typed, and the printed figure that is next to it, which may have been meant. */
export interface StrangeNumber {
  readonly written: string;
  /** a share for a share, else a count; null where nothing of the kind is printed */
  readonly nearest: PrintedFigure | null;
}

/**
 * Numbers in a text that the released tables do not hold. A claim such as "31 of 40" or "75 %" is a figure like any
 * other: whoever reads it can subtract. Years pass; so do figures of the tables, and references to them. Legal references
 * are shown too, and a person decides.
 */
export function strangeNumbers(text: string, release: ProtectedRelease): StrangeNumber[] {
  const [counts, shares] = [printedFigures(release), printedShares(release)];
  const known = new Set(counts.map(({ value }) => value));
  const knownShares = new Set(shares.map(({ value }) => value));
  return (withoutReferences(text).match(NUMBERS) ?? [])
    .map((number) => number.trim())
    .filter((number) => !known.has(plainNumber(number)) && !isYear(number) && !knownShares.has(percentage(number)))
    .map((written) => ({
      written,
      nearest: nearestTo(plainNumber(written), counts) ?? nearestTo(percentage(written), shares),
    }));
}

/** All figures of a release but its shares, in the order of its tables; those of its survey are figures like others. */
export function printedFigures(release: ProtectedRelease): PrintedFigure[] {
  const { population } = release;
  const all =
    population.kind === "rounded" ? [{ table: POPULATION_TABLE, codes: [], value: population.organisations }] : [];
  return [...all, ...figuresIn(release, (cell) => !isShare(cell))];
}

const printedShares = (release: ProtectedRelease): PrintedFigure[] => figuresIn(release, isShare);

const figuresIn = (release: ProtectedRelease, isWanted: (cell: FigureCell) => boolean): PrintedFigure[] =>
  figureTables(release).flatMap(({ id, cells }) =>
    cells
      .filter(isWanted)
      .flatMap(({ codes, value }) => (value === null ? [] : [{ table: id, codes: [...codes], value }])),
  );

const isShare = ({ measure }: Pick<FigureCell, "measure">): boolean => measure === "share";

/** Of several that are equally near, the one that stands first. */
function nearestTo(wanted: number, printed: readonly PrintedFigure[]): PrintedFigure | null {
  if (Number.isNaN(wanted)) return null;
  const distance = ({ value }: PrintedFigure) => Math.abs(value - wanted);
  return printed.reduce<PrintedFigure | null>(
    (nearest, figure) => (nearest === null || distance(figure) < distance(nearest) ? figure : nearest),
    null,
  );
}

/** @returns the whole number that is written, or NaN for a share or a decimal */
function plainNumber(written: string): number {
  const grouped = written.replaceAll(/[.,\u066c\u00a0\u202f](?=\p{Nd}{3}(?!\p{Nd}))/gu, "");
  // Digits of other scripts stay as they are: the number is shown.
  return Number(latinDigits(grouped));
}

/** @returns the number before a per cent sign, or NaN where there is none */
function percentage(written: string): number {
  const [, number] = /^(.+?)\s?[%٪]$/u.exec(written) ?? [];
  return number === undefined ? Number.NaN : Number(latinDigits(number).replace(/[,\u066b]/, "."));
}

const isYear = (written: string): boolean => /^(19|20)\d\d$/.test(written);
