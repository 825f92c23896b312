import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { readTask } from "#app/features/tasks/case-tasks.server.ts";
import { endTask } from "#app/features/tasks/task-commands.server.ts";
import { endTaskForm } from "#app/features/tasks/task-forms.ts";
import { taskParams } from "#app/features/tasks/task-params.ts";
import { EndTaskForm } from "#app/features/tasks/ui/end-task-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "tasks.case.title", leave: false });

export const loader = guardedLoader({ may: "case.work", params: taskParams }, async ({ actor, params, request }) => {
  const { standing, task } = await readTask(actor, params.caseId, params.taskId, localeOf(request));
  return { standing, task };
});

export const action = guardedAction(
  { may: "case.work", params: taskParams, form: endTaskForm },
  async ({ actor, params, form }) => {
    const ended = await endTask(actor, params.caseId, params.taskId, form);
    return ended.ok ? redirect(paths.caseTasks(params.caseId)) : refused(ended.refusal);
  },
);

export default function CaseTaskEnd() {
  const t = useText();
  const { standing, task } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("tasks.end.heading")}>
      <EndTaskForm task={task} />
    </CaseFormPage>
  );
}
