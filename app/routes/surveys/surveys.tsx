import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { WavesPage } from "#app/features/surveys/waves/ui/waves-page.tsx";
import { listWaves } from "#app/features/surveys/waves/wave-queries.server.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "waves.heading", leave: false });

export const loader = guardedLoader({ may: "wave.read" }, async ({ actor }) => ({ waves: await listWaves(actor) }));

export default function Surveys() {
  return <WavesPage {...useLoaderData<typeof loader>()} />;
}
