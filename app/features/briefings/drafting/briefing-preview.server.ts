import { type BriefingDraft, NO_TEXT } from "#app/features/briefings/briefing.ts";
import { labelOf } from "#app/features/briefings/figures/briefing-labels.server.ts";
import { measureDays } from "#app/features/briefings/figures/measure-days.server.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { drawChart } from "#app/features/briefings/files/chart.server.ts";
import { type PrintableNames, printableNames } from "#app/features/briefings/names/edition-names.ts";
import type { EarlierEdition } from "#app/features/briefings/published/earlier-edition.ts";
import {
  type LanguageVersion,
  languageVersion,
  type PublishingTools,
} from "#app/features/briefings/published/language-version.ts";
import { publishedBriefing } from "#app/features/briefings/published/published-briefing.ts";
import type {
  PublishedBriefing,
  PublishedGrid,
  PublishedTable,
} from "#app/features/briefings/published/published-text.ts";
import type { StoryContent } from "#app/features/stories/story.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";

const TOOLS: PublishingTools = { textFor, labelOf, drawChart, measureDays };
const NOTHING_TOLD = { stories: [], names: printableNames([]) } as const;

/**
 * What a briefing would look like on its page, if it were released under this address on this day.
 * @param earlier  the briefing of the last session, which its large figures are compared with
 */
export function previewOf(
  draft: BriefingDraft,
  release: ProtectedRelease,
  place: { readonly slug: string; readonly releasedOn: string },
  { stories, names }: { readonly stories: readonly StoryContent[]; readonly names: PrintableNames },
  earlier: EarlierEdition | null,
): PublishedBriefing {
  return publishedBriefing(draft, release, { ...place, stories }, { ...TOOLS, names, earlier });
}

/** A language of it without its words: names of tables and rows, as its page would call them. */
export function bareVersion(draft: BriefingDraft, release: ProtectedRelease, locale: Locale): LanguageVersion {
  return languageVersion(draft, release, NO_TEXT, locale, TOOLS);
}

/** The tables alone as they would print, in the reader's language, whether or not the briefing has a text in it. */
export function previewTables(draft: BriefingDraft, release: ProtectedRelease, locale: Locale): PublishedTable[] {
  return previewSections(draft, release, locale).flatMap(({ tables }) => tables);
}

/** The same with the questions of a survey behind them. */
export function previewGrids(draft: BriefingDraft, release: ProtectedRelease, locale: Locale): PublishedGrid[] {
  const sections = previewSections(draft, release, locale);
  return [...sections.flatMap(({ tables }) => tables), ...sections.flatMap(({ survey = [] }) => survey)];
}

function previewSections(draft: BriefingDraft, release: ProtectedRelease, locale: Locale) {
  const specification = { ...draft.specification, locales: [locale] };
  const bare = { ...draft, specification, texts: { [locale]: NO_TEXT } };
  const place = { slug: "preview", releasedOn: "2000-01-01" };
  return previewOf(bare, release, place, NOTHING_TOLD, null).texts[locale]?.sections ?? [];
}
