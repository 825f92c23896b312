import { type Addressee, ASKS, type AskCode } from "#app/features/briefings/asks.ts";
import type { LanguageVersion } from "./language-version.ts";
import { ONE_PAGES, type OnePage } from "./one-page-addressees.ts";
import type { PublishedAskGroup, PublishedOnePages } from "./published-text.ts";
import { onePagePath } from "./release-file.ts";

const isAskedOn = (page: OnePage, code: AskCode): boolean =>
  (ONE_PAGES[page] as readonly Addressee[]).includes(ASKS[code].addressee);

/** The asks of one page, under the names of those who are asked. */
export function groupsOn(page: OnePage, groups: readonly PublishedAskGroup[]): PublishedAskGroup[] {
  return groups
    .map((group) => ({ ...group, asks: group.asks.filter(({ code }) => isAskedOn(page, code)) }))
    .filter(({ asks }) => asks.length > 0);
}

/** One page for each who is asked something, and the words that only stand there. */
export function publishedOnePages(
  { t, locale }: Pick<LanguageVersion, "t" | "locale">,
  groups: readonly PublishedAskGroup[],
): PublishedOnePages {
  const pages = (Object.keys(ONE_PAGES) as OnePage[]).filter((page) => groupsOn(page, groups).length > 0);
  return {
    heading: t("briefings.one-page.heading"),
    items: pages.map((page) => ({
      page,
      label: t.dynamic(`briefings.one-page.for.${page}`),
      path: onePagePath(page, locale),
    })),
    words: {
      for: t("briefings.one-page.for-whom", { addressee: "{addressee}" }),
      behind: t("briefings.one-page.behind"),
      tables: t("briefings.one-page.tables", { shown: "{shown}", all: "{all}" }),
      rows: t("briefings.one-page.rows", { shown: "{shown}", all: "{all}" }),
      first: t("briefings.one-page.first", { shown: "{shown}", all: "{all}" }),
      of: t("survey-tables.row-of", { label: "{label}", n: "{n}" }),
      asks: t("briefings.one-page.asks", { shown: "{shown}", all: "{all}" }),
      whole: t("briefings.one-page.whole", { address: "{address}" }),
    },
  };
}
