import type { KeptTables } from "#app/features/briefings/briefing-record.ts";
import { labelOf } from "#app/features/briefings/figures/briefing-labels.server.ts";
import { codeListsNow } from "#app/features/briefings/figures/code-lists.server.ts";
import { isTooDear } from "#app/features/briefings/figures/computing-limit.server.ts";
import {
  codesOf,
  DIMENSIONS,
  type Dimension,
  dimensionOfCode,
  labelListOf,
} from "#app/features/briefings/figures/dimensions.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { NOT_SAID } from "#app/features/briefings/figures/release-specification.ts";
import { choiceText, type TableChoice } from "#app/features/briefings/figures/table-choice.ts";
import { cheaperLists, secondsFor } from "#app/features/briefings/figures/table-cost.ts";
import { type TableLike, tableTitle } from "#app/features/briefings/figures/table-title.ts";
import { wordsIn } from "#app/features/surveys/instruments/words.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { type BriefingChanges, isOfCases, type ShownChanges, type ShownTable } from "./briefing-changes.ts";
import type { ChosenTable, ListCost, MarkedTable } from "./chosen-table.ts";

const titleIn = (locale: Locale) => (table: TableLike) => tableTitle(table, { t: textFor(locale), labelOf, locale });

export function chosenTables(choices: readonly TableChoice[], locale: Locale): ChosenTable[] {
  return choices.map((choice) => ({ value: choiceText(choice), title: titleIn(locale)(choice) }));
}

const ADVICE = { from: 30, most: 3 } as const;

/** What the list will cost, and where that is much, what would cost less. */
export function listCost(choices: readonly TableChoice[], locale: Locale): ListCost {
  const lists = codeListsNow();
  const title = titleIn(locale);
  const seconds = secondsFor(choices, lists);
  const instead = seconds < ADVICE.from ? [] : cheaperLists(choices, lists).slice(0, ADVICE.most);
  return {
    seconds: roundly(seconds),
    isTooDear: isTooDear(choices),
    instead: instead.map((one) => ({
      table: title(one.table),
      by: title(one.instead),
      seconds: roundly(one.seconds),
    })),
  };
}

/** An estimate has one figure that means something. */
function roundly(seconds: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(seconds)));
  return Math.max(1, Math.round(seconds / step) * step);
}

/** What the marks of the shown tables cost, with their names. */
export function markedTables(
  { release, advice }: Pick<KeptTables, "release" | "advice">,
  locale: Locale,
): MarkedTable[] {
  const title = titleIn(locale);
  return advice.flatMap(({ id, cells, withheld, coarser }) => {
    const table = release.tables.find((one) => one.id === id);
    if (!table) return [];
    const next = coarser && { ...coarser, title: title({ ...table, dimensions: coarser.dimensions }) };
    return [{ id, title: title(table), cells, withheld, coarser: next }];
  });
}

/** What could not be shown, by name, and why. */
export function leftOutTables({ leftOut }: ProtectedRelease, locale: Locale) {
  return leftOut.map(({ choice, reason }) => ({ title: titleIn(locale)(choice), reason }));
}

/** What is other than before, with tables by their names. */
export function shownChanges({ tables, ...changes }: BriefingChanges, locale: Locale): ShownChanges {
  const title = (table: ShownTable) => (isOfCases(table) ? titleIn(locale)(table) : wordsIn(table.title, locale));
  return { ...changes, tables: { added: tables.added.map(title), removed: tables.removed.map(title) } };
}

/** More cells than this say the same: that the tables are too fine. */
const MOST_LEAKS = 12;

/** The cells because of which nothing is shown, in words. */
export function leakWords({ leaks }: ProtectedRelease, locale: Locale): string[] {
  const t = textFor(locale);
  return leaks.slice(0, MOST_LEAKS).map((leak) =>
    leak
      .map(({ dimension, code }) => {
        const label = labelOf(labelListOf(dimensionOfCode(dimension, code)), code, locale);
        const row = code === NOT_SAID ? t("briefings.table.not-said") : label;
        return t("briefings.chart.bar", { label: t.dynamic(`briefings.table.head.${dimension}`), value: row });
      })
      .join(" · "),
  );
}

/** By what a table may be cut down to one part; finer parts would leave nothing to show. */
const FILTERS: readonly Dimension[] = [
  "affected_region",
  "affected_type",
  "incident_group",
  "period_year",
  "severity",
  "institution_region",
  "institution_type",
  "outcome",
];

/** What the fields of a new table offer, in the reader's language. */
export function tableOptions(locale: Locale) {
  const t = textFor(locale);
  const title = (dimension: Dimension) => t.dynamic(`briefings.table.title.${dimension}`);
  return {
    dimensions: DIMENSIONS.map((dimension) => ({ value: dimension, label: title(dimension) })),
    filters: FILTERS.flatMap((dimension) =>
      codesOf(dimension, codeListsNow()).map((code) => ({
        value: `${dimension}=${code}`,
        label: labelOf(labelListOf(dimension), code, locale),
        group: title(dimension),
      })),
    ),
  };
}
