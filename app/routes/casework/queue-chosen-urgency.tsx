import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { findView, keepView } from "#app/access/views.server.ts";
import { setUrgencyOfChosen } from "#app/features/cases/chosen/chosen-commands.server.ts";
import { chosenIn, chosenUrgencyForm } from "#app/features/cases/chosen/chosen-forms.ts";
import { readChosenPage } from "#app/features/cases/chosen/chosen-page.server.ts";
import { UrgencyOfChosenPage } from "#app/features/cases/chosen/ui/chosen-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.queue.title", leave: false });

export const loader = guardedLoader({ may: "case.triage" }, async ({ actor, session, url, request }) => {
  const chosen = chosenIn(findView(session, url.searchParams.get("view")));
  return { page: await readChosenPage(actor, chosen, localeOf(request)) };
});

export const action = guardedAction(
  { may: "case.triage", form: chosenUrgencyForm },
  async ({ actor, session, url, form }) => {
    const chosen = chosenIn(findView(session, url.searchParams.get("view")));
    const done = await setUrgencyOfChosen(actor, chosen, form);
    const kept = done.map(({ caseId, code }) => ({ caseId, code }));
    return redirect(paths.queueChosen(await keepView(session, { verb: "urgency", done: kept })));
  },
);

export default function QueueChosenUrgency() {
  return <UrgencyOfChosenPage data={useLoaderData<typeof loader>().page} />;
}
