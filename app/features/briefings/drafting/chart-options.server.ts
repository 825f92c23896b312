import type { BriefingDraft } from "#app/features/briefings/briefing.ts";
import { type ChartChoice, chartsFor, drawnAt, usualChart } from "#app/features/briefings/figures/chart-choice.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { captionOf } from "#app/features/briefings/published/language-version.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { chartField } from "./briefing-forms.ts";
import { bareVersion } from "./briefing-preview.server.ts";

/** A table with the pictures that fit it. */
export interface ChartOption {
  /** of its field */
  readonly name: string;
  readonly caption: string;
  readonly usual: ChartChoice;
  readonly kinds: readonly ChartChoice[];
}

/** One for each shown table, in the order of the page. */
export function chartOptions(draft: BriefingDraft, release: ProtectedRelease | null, locale: Locale): ChartOption[] {
  if (!release) return [];
  const version = bareVersion(draft, release, locale);
  return [...version.names.keys()].flatMap((id) => {
    const table = drawnAt(release, id);
    if (!table) return [];
    const usual = usualChart(table);
    const kinds = chartsFor(table).filter((kind) => kind !== usual);
    return [{ name: chartField(id), caption: captionOf(id, version), usual, kinds }];
  });
}

/** The fields of what was chosen, filled; also for tables that are not shown now, so that a choice outlives a computation. */
export const chartDefaults = ({ specification }: BriefingDraft): Record<string, string> =>
  Object.fromEntries((specification.charts ?? []).map(({ table, kind }) => [chartField(table), kind]));
