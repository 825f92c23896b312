import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { findView } from "#app/access/views.server.ts";
import { privateViewIn, queueViewIn } from "#app/features/cases/casework/queue-view.ts";
import { chosenForm } from "#app/features/cases/chosen/chosen-forms.ts";
import { firstOfView, namedResults } from "#app/features/cases/chosen/chosen-page.server.ts";
import { keepChosen, resultsAt } from "#app/features/cases/chosen/chosen-view.server.ts";
import { ChosenResults } from "#app/features/cases/chosen/ui/chosen-results.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ form: false, title: "casework.queue.title", leave: false });

/** The page that asks what the ticked cases are given. */
const WAY = {
  assign: paths.queueChosenAssign,
  urgency: paths.queueChosenUrgency,
  list: paths.queueChosenList,
  cases: paths.queueChosenCases,
};

/** What came of the last press; the results lie in the session, under a name that means nothing elsewhere. */
export const loader = guardedLoader({ may: "case.triage" }, async ({ session, url }) => {
  const kept = resultsAt(session, url);
  return { verb: kept?.verb ?? null, results: namedResults(kept?.done ?? []) };
});

/** Lines that were ticked in the queue, on their way to the page that asks what they are given. */
export const action = guardedAction(
  { may: "case.triage", form: chosenForm },
  async ({ actor, session, form, values }) => {
    const view = queueViewIn(new URLSearchParams(values as Record<string, string>));
    const hidden = privateViewIn(findView(session, view.view));
    const chosen = form.takesFirst ? await firstOfView(actor, view, hidden) : form.chosen;
    return redirect(WAY[form.verb](await keepChosen(session, chosen)));
  },
);

export default function QueueChosen() {
  return <ChosenResults {...useLoaderData<typeof loader>()} />;
}
