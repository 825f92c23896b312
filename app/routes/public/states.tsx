import { useLoaderData } from "@remix-run/react";
import { publicLoader } from "#app/access/public-door.server.ts";
import { stateGroups } from "#app/features/briefings/states/state-pages.server.ts";
import { StateListPage } from "#app/features/briefings/states/ui/state-list-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "states.heading" });

export const loader = publicLoader(async ({ request }) => ({ groups: await stateGroups(localeOf(request)) }));

export default function States() {
  return <StateListPage {...useLoaderData<typeof loader>()} />;
}
