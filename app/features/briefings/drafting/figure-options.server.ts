import type { BriefingDraft } from "#app/features/briefings/briefing.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { ALL } from "#app/features/briefings/figures/release-specification.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { figureText } from "./briefing-forms.ts";
import { previewTables } from "./briefing-preview.server.ts";

/** A cell that could stand in large type. */
export interface FigureOption {
  /** as the form sends it */
  readonly value: string;
  readonly title: string;
  readonly label: string;
  /** null: it was chosen, and is not shown in the tables as they are now */
  readonly figure: number | string | null;
}

/** Every printed cell of the tables, and what was chosen before. */
export function figureOptions(draft: BriefingDraft, release: ProtectedRelease | null, locale: Locale): FigureOption[] {
  const shown = (release ? previewTables(draft, release, locale) : []).flatMap(({ id, title, columns, rows }) =>
    rows.flatMap((row) =>
      columns.flatMap((column, place): FigureOption[] => {
        const figure = row.values[place] ?? null;
        if (figure === null) return [];
        const isOneWay = columns.length === 1 && column.code === ALL;
        const value = figureText({ table: id, codes: isOneWay ? [row.code] : [row.code, column.code] });
        return [{ value, title, label: isOneWay ? row.label : `${row.label} · ${column.label}`, figure }];
      }),
    ),
  );
  const missing = draft.specification.figures
    .map(figureText)
    .filter((value) => !shown.some((one) => one.value === value))
    .map((value) => ({ value, title: "", label: value, figure: null }));
  return [...shown, ...missing];
}
