import { renderToStaticMarkup } from "react-dom/server";
import type { ListedRelease } from "#app/features/briefings/published/release-queries.server.ts";
import type { Text } from "#app/i18n/text.tsx";
import { paths } from "#app/paths.ts";

interface FeedProps {
  readonly releases: readonly ListedRelease[];
  readonly origin: string;
  readonly t: Text;
}

/**
 * An Atom feed (RFC 4287) of what was released, in the reader's language. Withdrawn editions leave it: a feed is for what
 * can be read. React writes the markup, so that every text is escaped by the one who escapes all others.
 */
export function editionFeed({ releases, origin, t }: FeedProps): string {
  const shown = releases.filter(({ state }) => state === "released");
  const feed = origin + paths.briefingFeed();
  const markup = renderToStaticMarkup(
    <feed xmlns="http://www.w3.org/2005/Atom" xmlLang={t.locale}>
      <id>{feed}</id>
      <title>{`Thaw: ${t("drafting.public.heading")}`}</title>
      <updated>{midnight(shown[0]?.releasedOn ?? "1970-01-01")}</updated>
      <author>
        <name>Thaw</name>
      </author>
      <link rel="self" type="application/atom+xml" href={feed} />
      <link rel="alternate" type="text/html" href={origin + paths.briefings()} />
      {shown.map((release) => (
        <Entry key={release.slug} release={release} origin={origin} />
      ))}
    </feed>,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${markup}\n`;
}

function Entry({ release, origin }: { readonly release: ListedRelease; readonly origin: string }) {
  const { slug, locale, title, claim, releasedOn } = release;
  const address = origin + paths.briefing(slug);
  return (
    <entry xmlLang={locale}>
      <id>{address}</id>
      <title>{title}</title>
      <updated>{midnight(releasedOn)}</updated>
      <link rel="alternate" type="text/html" href={address} />
      <summary>{claim}</summary>
    </entry>
  );
}

const midnight = (day: string) => `${day}T00:00:00Z`;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      feed: React.PropsWithChildren<{ xmlns: string; xmlLang: string }>;
      entry: React.PropsWithChildren<{ xmlLang: string; key?: string }>;
      id: React.PropsWithChildren;
      updated: React.PropsWithChildren;
      author: React.PropsWithChildren;
      name: React.PropsWithChildren;
    }
  }
}
