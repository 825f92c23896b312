import type { BriefingDraft, FigureChoice } from "#app/features/briefings/briefing.ts";
import type { FigureCell } from "#app/features/briefings/figures/figure-cell.ts";
import { figureTableAt } from "#app/features/briefings/figures/figure-tables.ts";
import { figureWords } from "#app/features/briefings/figures/figure-words.ts";
import { isName } from "#app/features/briefings/figures/name-codes.ts";
import {
  isWithheld,
  type ProtectedRelease,
  type ProtectedTable,
} from "#app/features/briefings/figures/protected-release.ts";
import { ALL } from "#app/features/briefings/figures/release-specification.ts";
import { standardFigures } from "#app/features/briefings/figures/standard-figures.ts";
import { ASKED, questionsInOrder, SHARE, surveyTableId } from "#app/features/briefings/figures/survey-tables.ts";
import { cellName, type LanguageVersion, titleAt } from "#app/features/briefings/published/language-version.ts";
import { NO_ANSWER } from "#app/features/surveys/publishing/survey-subject.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
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
  const shown = (version ? candidatesIn(version.release) : []).flatMap(({ table, says, ...cell }): FigureOption[] => {
    const { codes } = cell;
    const value = figureText({ table, codes: [...codes] });
    const isNews = cell.value !== 0 && !codes.some(isName) && says !== null && !seen.has(says);
    if (!version || isWithheld(cell) || !(isNews || chosen.includes(value))) return [];
    if (says !== null) seen.add(says);
    const figure = figureWords(cell, cell, version);
    return [{ value, ...namesOf({ table, codes }, version), figure, isStandard: standard.includes(value) }];
  });
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

/** The same cells for whoever looks for the figure of an ask. Beside it how many of a survey say so stands with their share. */
export function askFigures(draft: BriefingDraft, release: ProtectedRelease | null, locale: Locale) {
  const t = textFor(locale);
  const shares = new Set(
    questionsInOrder(release?.survey).flatMap((question) =>
      question.lines.map(({ code }) => figureText({ table: surveyTableId(question), codes: [code, SHARE] })),
    ),
  );
  return figureOptions(draft, release, locale)
    .filter(({ value, figure }) => figure !== null && !shares.has(value))
    .map(({ value, label, figure }) => ({
      ...{ value, table: value.split(":")[0] ?? "" },
      label: t("briefings.chart.bar", { label, value: figure ?? "" }),
    }));
}

interface Candidate extends FigureCell {
  readonly table: string;
  /** the same for cells that say the same; null for what says nothing in large type */
  readonly says: string | null;
}

/** Cells of cases, then those of the survey: nobody knows whether an answer and a case are of the same organisation. */
function candidatesIn(release: ProtectedRelease): Candidate[] {
  const ofCases = [...release.tables].sort(narrowFirst).map((table) => ({
    id: table.id,
    saysOf: (codes: readonly string[]) => placeOf(table, codes),
  }));
  const ofSurvey = questionsInOrder(release.survey)
    .map(surveyTableId)
    .map((id) => ({
      id,
      saysOf: ([line = "", column = ""]: readonly string[]) =>
        column === ASKED || [line, column].includes(NO_ANSWER) ? null : [id, line, column].join("|"),
    }));
  return [...ofCases, ...ofSurvey].flatMap(({ id, saysOf }) =>
    (figureTableAt(release, id)?.cells ?? []).map((cell) => ({ ...cell, table: id, says: saysOf(cell.codes) })),
  );
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

function namesOf(
  { table: id, codes }: { readonly table: string; readonly codes: readonly string[] },
  version: LanguageVersion,
) {
  const table = version.release.tables.find((one) => one.id === id);
  const labels = table?.dimensions.map((dimension, place) => version.labelOf(dimension, codes[place] ?? ""));
  return { title: titleAt(id, version), label: labels?.join(" · ") ?? cellName({ table: id, codes }, version) };
}
