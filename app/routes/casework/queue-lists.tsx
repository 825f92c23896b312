import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { readLists } from "#app/features/cases/lists/lists-page.server.ts";
import { ListsPage } from "#app/features/cases/lists/ui/lists-page.tsx";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "lists.heading", leave: false });

export const loader = guardedLoader({ may: "case.list" }, async ({ actor }) => ({ lists: await readLists(actor) }));

export default function QueueLists() {
  return <ListsPage {...useLoaderData<typeof loader>()} />;
}
