import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { readChosenPage } from "#app/features/cases/chosen/chosen-page.server.ts";
import { chosenAt } from "#app/features/cases/chosen/chosen-view.server.ts";
import { askForCases } from "#app/features/cases/lists/list-commands.server.ts";
import { askCasesForm } from "#app/features/cases/lists/list-forms.ts";
import { AskCasesPage } from "#app/features/cases/lists/ui/ask-list-page.tsx";
import { filesRecord } from "#app/features/evidence/files-record.server.ts";
import { messagesRecord } from "#app/features/messages/messages-record.server.ts";
import { tasksRecord } from "#app/features/tasks/tasks-record.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.queue.title", leave: false });

/** What rooms above the cases add to the record of each. */
const PARTS = [messagesRecord, filesRecord, tasksRecord];

export const loader = guardedLoader({ may: "case.list" }, async ({ actor, session, url, request }) => {
  const chosen = chosenAt(session, url);
  return { page: await readChosenPage(actor, chosen, localeOf(request)) };
});

/** The first of two: whoever asks has just shown who they are. */
export const action = guardedAction(
  { may: "case.list", form: askCasesForm, reauthenticated: true },
  async ({ actor, session, url, request, form }) => {
    const chosen = chosenAt(session, url);
    const asked = await askForCases(actor, chosen, form, { locale: localeOf(request), parts: PARTS });
    return asked.ok ? redirect(paths.queueList(asked.value.listId)) : refused(asked.refusal);
  },
);

export default function QueueChosenCases() {
  return <AskCasesPage data={useLoaderData<typeof loader>().page} />;
}
