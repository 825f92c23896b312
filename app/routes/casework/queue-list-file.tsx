import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { giveTicket } from "#app/access/taken.server.ts";
import { takeList } from "#app/features/cases/lists/list-commands.server.ts";
import { listParams } from "#app/features/cases/lists/list-params.ts";
import { readListToTake } from "#app/features/cases/lists/lists-page.server.ts";
import { TakeListPage } from "#app/features/cases/lists/ui/list-page.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "lists.take.heading", leave: false });

export const loader = guardedLoader({ may: "case.list", params: listParams }, async ({ actor, params }) => ({
  list: { ...(await readListToTake(actor, params.listId)), content: null },
}));

export const action = guardedAction(
  { may: "case.list", params: listParams, form: emptyForm },
  async ({ actor, params, session }) => {
    const { listId } = params;
    const taken = await takeList(actor, listId);
    if (!taken.ok) return refused(taken.refusal);
    return redirect(paths.queueListTaken(listId, await giveTicket(session, `list/${listId}`)));
  },
);

export default function QueueListFile() {
  return <TakeListPage {...useLoaderData<typeof loader>()} />;
}
