import { publicResource } from "#app/access/public-door.server.ts";
import { editionListing } from "#app/features/briefings/editions/edition-listing.ts";
import { listEditions } from "#app/features/briefings/editions/edition-queries.server.ts";
import { publishedHeaders } from "#app/features/briefings/published/published-headers.ts";
import { localeOf } from "#app/i18n/negotiate.ts";

/** What was released, for machines. */
export const loader = publicResource(async ({ request, url, visit }) => {
  const editions = await listEditions(localeOf(request));
  return Response.json(editionListing(editions, url.origin), { headers: publishedHeaders(visit.session !== null) });
});
