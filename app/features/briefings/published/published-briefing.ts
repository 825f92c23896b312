import type { BriefingDraft } from "#app/features/briefings/briefing.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { sessionName } from "#app/features/briefings/session-name.ts";
import type { StoryContent } from "#app/features/stories/story.ts";
import { directionOf } from "#app/i18n/locales.ts";
import { type LanguageVersion, languageVersion, type PublishingTools } from "./language-version.ts";
import { publishedOnePages } from "./one-pages.ts";
import { publishedAsks, publishedSources } from "./published-asks.ts";
import { publishedFigures } from "./published-figures.ts";
import { publishedFollowUp } from "./published-follow-up.ts";
import { publishedSections } from "./published-sections.ts";
import { publishedStories } from "./published-stories.ts";
import { gridsOf, type PublishedBriefing, type PublishedText } from "./published-text.ts";
import { PACKAGE_PATH, pdfPath, slidesPath, wordPath } from "./release-file.ts";

/**
 * Freezes a briefing for its page, its paper and its data.
 * @param releasedOn  ISO day
 */
export function publishedBriefing(
  draft: BriefingDraft,
  release: ProtectedRelease,
  place: { readonly slug: string; readonly releasedOn: string; readonly stories?: readonly StoryContent[] },
  tools: PublishingTools,
): PublishedBriefing {
  const { slug, releasedOn, stories = [] } = place;
  const { session, tlp, locales } = draft.specification;
  const texts = locales.flatMap((locale) => {
    const words = draft.texts[locale];
    return words
      ? [[locale, publishedText(languageVersion(draft, release, words, locale, tools), releasedOn, stories)] as const]
      : [];
  });
  return { form: 1, slug, session, releasedOn, tlp, texts: Object.fromEntries(texts) };
}

function publishedText(version: LanguageVersion, releasedOn: string, stories: readonly StoryContent[]): PublishedText {
  const { t, words, locale, formats, draft, release } = version;
  const { session, tlp } = draft.specification;
  const asks = publishedAsks(version);
  const sections = publishedSections(version);
  const meaning = t.dynamic(`briefings.tlp.${tlp}`);
  return {
    locale,
    direction: directionOf(locale),
    kicker: t("briefings.kicker", { session: sessionName(session, t) }),
    date: formats.date(releasedOn),
    tlp: { mark: meaning.match(/^TLP:[A-Z+]+/)?.[0] ?? "", meaning },
    title: words.title,
    claim: words.claim,
    confidentiality: t("briefings.confidentiality"),
    figures: { heading: t("briefings.figures.heading"), items: publishedFigures(version) },
    sections,
    ...publishedStories(stories, version),
    asks: { heading: t("briefings.section.asks"), groups: asks },
    followUp: publishedFollowUp(version),
    method: {
      heading: t("briefings.section.method"),
      paragraphs: [
        t("briefings.method.counted"),
        t("briefings.method.protected"),
        t("briefings.method.released"),
        t("briefings.method.data"),
        ...(release.survey ? [t("survey-tables.method")] : []),
      ],
    },
    limits: {
      heading: t("briefings.section.limits"),
      paragraphs: [
        t("briefings.method.limit-sample"),
        t("briefings.method.limit-source"),
        t("briefings.method.limit-comparison"),
        t("briefings.method.limit-silence"),
        ...(release.coverage === "open_teams" ? [t("briefings.method.limit-coverage")] : []),
        ...(release.survey ? [t("survey-tables.limit")] : []),
      ],
    },
    sources: { heading: t("briefings.section.sources"), items: publishedSources(version) },
    downloads: {
      heading: t("briefings.section.downloads"),
      items: [
        { label: t("briefings.download.pdf"), path: pdfPath(locale) },
        { label: t("briefings.download.word"), path: wordPath(locale) },
        ...(sections.flatMap(gridsOf).some(({ charts }) => charts.length > 0)
          ? [{ label: t("briefings.download.slides"), path: slidesPath(locale) }]
          : []),
        { label: t("briefings.download.package"), path: PACKAGE_PATH },
      ],
    },
    onePages: publishedOnePages(version, asks),
    words: {
      withheld: t("briefings.table.withheld"),
      footnote: t("briefings.table.footnote"),
      charts: t("briefings.chart.each"),
      contents: t("briefings.document.contents"),
      producedWith: t("briefings.document.produced-with"),
      page: t("briefings.document.page", { page: "{page}", pages: "{pages}" }),
    },
  };
}
