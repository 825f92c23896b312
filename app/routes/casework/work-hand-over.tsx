import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { handOver } from "#app/features/tasks/hand-over-commands.server.ts";
import { readHandOver } from "#app/features/tasks/hand-over-page.server.ts";
import { handOverForm } from "#app/features/tasks/task-forms.ts";
import { HandOverPage } from "#app/features/tasks/ui/hand-over-page.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "tasks.hand-over.title", leave: false });

export const loader = guardedLoader({ may: "work.hand-over" }, async ({ actor }) => ({
  handOver: await readHandOver(actor),
}));

export const action = guardedAction({ may: "work.hand-over", form: handOverForm }, async ({ actor, form }) => {
  const handed = await handOver(actor, form);
  // Back to the page itself: it shows what is left, where there was more than one step moves.
  return handed.ok ? redirect(paths.workHandOver()) : refused(handed.refusal);
});

export default function WorkHandOver() {
  return <HandOverPage data={useLoaderData<typeof loader>().handOver} />;
}
