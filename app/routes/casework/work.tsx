import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { may } from "#app/access/policy.ts";
import { WorkPage } from "#app/features/tasks/ui/work-page.tsx";
import { readWork } from "#app/features/tasks/work-page.server.ts";
import { whoseIn } from "#app/features/tasks/work-view.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "tasks.work.title", leave: false });

export const loader = guardedLoader({ may: "work.read" }, async ({ actor, url }) => {
  const whose = whoseIn(url.searchParams);
  return { work: await readWork(actor, whose), whose, mayHandOver: may(actor, "work.hand-over") };
});

export default function Work() {
  return <WorkPage {...useLoaderData<typeof loader>()} />;
}
