import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { readAssignedPage } from "#app/features/cases/casework/assigned-page.server.ts";
import { AssignedPage } from "#app/features/cases/casework/ui/assigned-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "casework.assigned.title", leave: false });

export const loader = guardedLoader({ may: "assigned.read" }, async ({ actor, request }) => ({
  assigned: await readAssignedPage(actor, localeOf(request)),
}));

export default function Assigned() {
  return <AssignedPage data={useLoaderData<typeof loader>().assigned} />;
}
