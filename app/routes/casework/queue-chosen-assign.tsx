import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { findView, keepView } from "#app/access/views.server.ts";
import { assignChosen } from "#app/features/cases/chosen/chosen-commands.server.ts";
import { chosenAssignForm, chosenIn } from "#app/features/cases/chosen/chosen-forms.ts";
import { readChosenPage } from "#app/features/cases/chosen/chosen-page.server.ts";
import { AssignChosenPage } from "#app/features/cases/chosen/ui/chosen-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.queue.title", leave: false });

export const loader = guardedLoader({ may: "case.assign" }, async ({ actor, session, url, request }) => {
  const chosen = chosenIn(findView(session, url.searchParams.get("view")));
  return { page: await readChosenPage(actor, chosen, localeOf(request)) };
});

export const action = guardedAction(
  { may: "case.assign", form: chosenAssignForm },
  async ({ actor, session, url, form }) => {
    const chosen = chosenIn(findView(session, url.searchParams.get("view")));
    const done = await assignChosen(actor, chosen, form.lead);
    const kept = done.map(({ caseId, code }) => ({ caseId, code }));
    return redirect(paths.queueChosen(await keepView(session, { verb: "assign", done: kept })));
  },
);

export default function QueueChosenAssign() {
  return <AssignChosenPage data={useLoaderData<typeof loader>().page} />;
}
