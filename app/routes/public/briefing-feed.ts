import { publicResource } from "#app/access/public-door.server.ts";
import { editionFeed } from "#app/features/briefings/editions/edition-feed.server.tsx";
import { publishedHeaders } from "#app/features/briefings/published/published-headers.ts";
import { listReleases } from "#app/features/briefings/published/release-queries.server.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";

/** What was released, for readers of feeds. */
export const loader = publicResource(async ({ request, url, visit }) => {
  const locale = localeOf(request);
  const feed = editionFeed({ releases: await listReleases(locale), origin: url.origin, t: textFor(locale) });
  const headers = {
    ...publishedHeaders(visit.session !== null),
    "Content-Type": "application/atom+xml; charset=utf-8",
  };
  return new Response(feed, { headers });
});
