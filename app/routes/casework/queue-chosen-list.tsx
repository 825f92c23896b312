import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { readChosenPage } from "#app/features/cases/chosen/chosen-page.server.ts";
import { chosenAt } from "#app/features/cases/chosen/chosen-view.server.ts";
import { askForList } from "#app/features/cases/lists/list-commands.server.ts";
import { AskListPage } from "#app/features/cases/lists/ui/ask-list-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.queue.title", leave: false });

export const loader = guardedLoader({ may: "case.list" }, async ({ actor, session, url, request }) => {
  const chosen = chosenAt(session, url);
  return { page: await readChosenPage(actor, chosen, localeOf(request)) };
});

/** The first of two: whoever asks has just shown who they are. */
export const action = guardedAction(
  { may: "case.list", form: emptyForm, reauthenticated: true },
  async ({ actor, session, url, request }) => {
    const chosen = chosenAt(session, url);
    const asked = await askForList(actor, chosen, localeOf(request));
    return asked.ok ? redirect(paths.queueLists()) : refused(asked.refusal);
  },
);

export default function QueueChosenList() {
  return <AskListPage data={useLoaderData<typeof loader>().page} />;
}
