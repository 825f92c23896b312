import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import { readNamings } from "#app/features/briefings/names/naming-pages.server.ts";
import { NamingListPage } from "#app/features/briefings/names/ui/naming-list-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "names.title", leave: false });

export const loader = guardedLoader({ may: "naming.read", params: briefingParams }, ({ actor, params, request }) =>
  readNamings(actor, params.briefingId, localeOf(request)),
);

export default function BriefingNames() {
  return <NamingListPage data={useLoaderData<typeof loader>()} />;
}
