import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { publicLoader } from "#app/access/public-door.server.ts";
import { stateParams } from "#app/features/briefings/briefing-params.ts";
import { statePage } from "#app/features/briefings/states/state-pages.server.ts";
import { StatePage } from "#app/features/briefings/states/ui/state-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "states.heading" });

export const loader = publicLoader(async ({ request, params }) => {
  const { success, data: place } = stateParams.safeParse(params);
  const state = success ? await statePage(place.state.toUpperCase(), localeOf(request)) : null;
  if (!state) throw notFound();
  return { state };
});

export default function State() {
  return <StatePage {...useLoaderData<typeof loader>()} />;
}
