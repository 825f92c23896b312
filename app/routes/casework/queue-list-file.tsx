import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { takeList } from "#app/features/cases/lists/list-commands.server.ts";
import { listParams } from "#app/features/cases/lists/list-params.ts";
import { listFile, readListToTake } from "#app/features/cases/lists/lists-page.server.ts";
import { TakeListPage } from "#app/features/cases/lists/ui/list-page.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "lists.take.heading", leave: false });

export const loader = guardedLoader({ may: "case.list", params: listParams }, async ({ actor, params }) => ({
  list: { ...(await readListToTake(actor, params.listId)), content: null },
}));

export const action = guardedAction(
  { may: "case.list", params: listParams, form: emptyForm },
  async ({ actor, params: { listId } }) => {
    const taken = await takeList(actor, listId);
    return taken.ok ? listFile(actor, listId) : refused(taken.refusal);
  },
);

export default function QueueListFile() {
  return <TakeListPage {...useLoaderData<typeof loader>()} />;
}
