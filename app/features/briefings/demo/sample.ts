import type { AskChoice, BriefingText, Specification } from "#app/features/briefings/briefing.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import type { Locale } from "#app/i18n/locales.ts";

/** A briefing of the demonstration before its figures are known. */
export interface Sample {
  readonly specification: Specification;
  readonly texts: Readonly<Record<Locale, BriefingText>>;
  /** cells to show in large type, as far as they may be shown */
  readonly figures: Specification["figures"];
  readonly asks: readonly AskChoice[];
}

/** The wanted figures that a release shows. */
export function sampleFigures({ figures }: Sample, { tables }: ProtectedRelease): Specification["figures"] {
  return figures.filter(({ table, codes }) =>
    tables.some(
      ({ id, cells }) =>
        id === table && cells.some((cell) => cell.codes.join() === codes.join() && cell.value !== null),
    ),
  );
}

/** The wanted asks that a shown table stands behind. */
export function sampleAsks({ asks }: Sample, { tables }: ProtectedRelease): AskChoice[] {
  const shown = new Set(tables.map(({ id }) => id));
  return asks
    .map((ask) => ({ ...ask, evidence: ask.evidence.filter((table) => shown.has(table)) }))
    .filter(({ evidence }) => evidence.length > 0);
}
