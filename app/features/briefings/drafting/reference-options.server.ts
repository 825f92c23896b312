import type { BriefingDraft } from "#app/features/briefings/briefing.ts";
import { figureTableAt } from "#app/features/briefings/figures/figure-tables.ts";
import type { ProtectedRelease, ProtectedTable } from "#app/features/briefings/figures/protected-release.ts";
import { POPULATION_TABLE } from "#app/features/briefings/figures/release-specification.ts";
import { ASKED, isByRow, questionAt } from "#app/features/briefings/figures/survey-tables.ts";
import { captionOf, cellName, type LanguageVersion } from "#app/features/briefings/published/language-version.ts";
import { rowsInOrder } from "#app/features/briefings/published/row-order.ts";
import { figureAt } from "#app/features/briefings/references/figure-at.ts";
import { referenceText } from "#app/features/briefings/references/figure-reference.ts";
import { figureWords } from "#app/features/briefings/references/referenced-text.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { bareVersion } from "./briefing-preview.server.ts";
import type { NumberNotice } from "./briefing-readiness.ts";
import type { ReferenceTable, ShownNotice } from "./reference-option.ts";
import type { PrintedFigure } from "./strange-numbers.ts";

/** Everything that a text can point to, table by table, in the reader's language; what is withheld is not offered. */
export function referenceTables(
  draft: BriefingDraft,
  release: ProtectedRelease | null,
  locale: Locale,
): ReferenceTable[] {
  if (!release) return [];
  const version = bareVersion(draft, release, locale);
  const all = { id: POPULATION_TABLE, title: "", cells: [[]] };
  const inOrder = [...version.names.keys()];
  return [all, ...inOrder.map((id) => ({ id, title: captionOf(id, version), cells: placesAt(id, release) }))]
    .map(({ id, title, cells }) => ({
      title,
      cells: cells.flatMap((codes) => optionAt({ table: id, codes }, version)),
    }))
    .filter(({ cells }) => cells.length > 0);
}

function placesAt(id: string, release: ProtectedRelease): readonly (readonly string[])[] {
  const table = release.tables.find((one) => one.id === id);
  return table ? placesIn(table) : answersAt(id, release);
}

/** Of a question answer by answer; how many were asked only once, where that is one number for all of them. */
function answersAt(id: string, release: ProtectedRelease): readonly (readonly string[])[] {
  const question = questionAt(release.survey, id);
  const places = figureTableAt(release, id)?.cells.map(({ codes }) => codes) ?? [];
  return question && isByRow(question) ? places : places.filter(([, column], place) => place === 0 || column !== ASKED);
}

/** Cells as a reader meets them: row by row, the whole last. */
function placesIn({ dimensions: [down, across], cells }: ProtectedTable): string[][] {
  const codesAt = (place: number) => [...new Set(cells.map(({ codes }) => codes[place] ?? ""))];
  const rows = down ? rowsInOrder(down, codesAt(0)) : [];
  const columns = across ? rowsInOrder(across, codesAt(1)) : null;
  return rows.flatMap(({ code }) => columns?.map((column) => [code, column.code]) ?? [[code]]);
}

type Place = Pick<PrintedFigure, "table"> & { readonly codes: readonly string[] };

function optionAt(place: Place, version: LanguageVersion) {
  const printed = printedAt(place, version);
  return printed === null ? [] : [{ reference: referenceText(place), label: cellName(place, version), printed }];
}

/** @returns null where nothing is printed */
function printedAt(place: Place, version: LanguageVersion): string | null {
  const figure = figureAt(version.release, place);
  if (figure.kind === "missing" || figure.kind === "withheld") return null;
  return figureWords(figure, { withUnit: false }, version);
}

/** Strange numbers with the name of the figure next to each, and what to write in its place. */
export function shownNotices(
  draft: BriefingDraft,
  release: ProtectedRelease | null,
  notices: readonly NumberNotice[],
  locale: Locale,
): ShownNotice[] {
  if (!release || notices.length === 0) return [];
  const version = bareVersion(draft, release, locale);
  const nameOf = (figure: PrintedFigure) => ({
    value: printedAt(figure, version) ?? version.formats.number(figure.value),
    name: [version.names.get(figure.table), cellName(figure, version)].filter(Boolean).join(" · "),
    reference: referenceText(figure),
  });
  return notices.map(({ place, numbers }) => ({
    place,
    numbers: numbers.map(({ written, nearest }) => ({ written, nearest: nearest && nameOf(nearest) })),
  }));
}
