import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publicLoader } from "#app/access/public-door.server.ts";
import { listEditions } from "#app/features/briefings/editions/edition-queries.server.ts";
import { EditionRegisterPage } from "#app/features/briefings/editions/ui/edition-register-page.tsx";
import { publishedHeaders } from "#app/features/briefings/published/published-headers.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "editions.heading" });

export const loader = publicLoader(async ({ request, visit }) =>
  data({ editions: await listEditions(localeOf(request)) }, { headers: publishedHeaders(visit.session !== null) }),
);

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function BriefingRegister() {
  return <EditionRegisterPage {...useLoaderData<typeof loader>()} />;
}
