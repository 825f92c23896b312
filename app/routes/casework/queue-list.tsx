import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { agreeToList } from "#app/features/cases/lists/list-commands.server.ts";
import { listParams } from "#app/features/cases/lists/list-params.ts";
import { readList } from "#app/features/cases/lists/lists-page.server.ts";
import { ListPage } from "#app/features/cases/lists/ui/list-page.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "lists.heading", leave: false });

export const loader = guardedLoader({ may: "case.list", params: listParams }, async ({ actor, params }) => ({
  list: await readList(actor, params.listId),
}));

/** The second of two, on the page that shows every character of it. */
export const action = guardedAction(
  { may: "case.list", params: listParams, form: emptyForm, reauthenticated: true },
  async ({ actor, params }) => {
    const agreed = await agreeToList(actor, params.listId);
    return agreed.ok ? redirect(paths.queueLists()) : refused(agreed.refusal);
  },
);

export default function QueueList() {
  return <ListPage {...useLoaderData<typeof loader>()} />;
}
