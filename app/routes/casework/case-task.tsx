import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { readTask } from "#app/features/tasks/case-tasks.server.ts";
import { changeTask } from "#app/features/tasks/task-commands.server.ts";
import { taskForm } from "#app/features/tasks/task-forms.ts";
import { taskParams } from "#app/features/tasks/task-params.ts";
import { TaskForm } from "#app/features/tasks/ui/task-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "tasks.case.title", leave: false });

export const loader = guardedLoader({ may: "case.work", params: taskParams }, ({ actor, params, request }) =>
  readTask(actor, params.caseId, params.taskId, localeOf(request)),
);

export const action = guardedAction(
  { may: "case.work", params: taskParams, form: taskForm },
  async ({ actor, params, form }) => {
    const changed = await changeTask(actor, params.caseId, params.taskId, form);
    return changed.ok ? redirect(paths.caseTasks(params.caseId)) : refused(changed.refusal);
  },
);

export default function CaseTask() {
  const t = useText();
  const { standing, owners, task } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("tasks.change.heading")}>
      <TaskForm owners={owners} task={task} button={t("tasks.change.button")} />
    </CaseFormPage>
  );
}
