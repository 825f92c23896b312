import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { setUrgencyOfChosen } from "#app/features/cases/chosen/chosen-commands.server.ts";
import { chosenUrgencyForm } from "#app/features/cases/chosen/chosen-forms.ts";
import { readChosenPage } from "#app/features/cases/chosen/chosen-page.server.ts";
import { chosenAt, keepResults } from "#app/features/cases/chosen/chosen-view.server.ts";
import { UrgencyOfChosenPage } from "#app/features/cases/chosen/ui/chosen-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.queue.title", leave: false });

export const loader = guardedLoader({ may: "case.triage" }, async ({ actor, session, url, request }) => {
  const chosen = chosenAt(session, url);
  return { page: await readChosenPage(actor, chosen, localeOf(request)) };
});

export const action = guardedAction(
  { may: "case.triage", form: chosenUrgencyForm },
  async ({ actor, session, url, form }) => {
    const chosen = chosenAt(session, url);
    const done = await setUrgencyOfChosen(actor, chosen, form);
    return redirect(paths.queueChosen(await keepResults(session, "urgency", done)));
  },
);

export default function QueueChosenUrgency() {
  return <UrgencyOfChosenPage data={useLoaderData<typeof loader>().page} />;
}
