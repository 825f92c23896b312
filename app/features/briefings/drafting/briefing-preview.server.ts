import type { BriefingDraft, BriefingText } from "#app/features/briefings/briefing.ts";
import { labelOf } from "#app/features/briefings/figures/briefing-labels.server.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { drawChart } from "#app/features/briefings/files/chart.server.ts";
import { publishedBriefing } from "#app/features/briefings/published/published-briefing.ts";
import type { PublishedBriefing, PublishedTable } from "#app/features/briefings/published/published-text.ts";
import type { StoryContent } from "#app/features/stories/story.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";

/** What a briefing would look like on its page, if it were released under this address on this day. */
export function previewOf(
  draft: BriefingDraft,
  release: ProtectedRelease,
  place: { readonly slug: string; readonly releasedOn: string },
  stories: readonly StoryContent[],
): PublishedBriefing {
  return publishedBriefing(draft, release, { ...place, stories }, { textFor, labelOf, drawChart });
}

const NO_TEXT: BriefingText = {
  title: "",
  claim: "",
  sections: { who_answered: "", what_happened: "", who_refused: "", what_it_does: "", what_helped: "" },
};

/** The tables alone as they would print, in the reader's language, whether or not the briefing has a text in it. */
export function previewTables(draft: BriefingDraft, release: ProtectedRelease, locale: Locale): PublishedTable[] {
  const specification = { ...draft.specification, locales: [locale] };
  const bare = { ...draft, specification, texts: { [locale]: NO_TEXT } };
  const text = previewOf(bare, release, { slug: "preview", releasedOn: "2000-01-01" }, []).texts[locale];
  return text?.sections.flatMap(({ tables }) => tables) ?? [];
}
