import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { readEndedTask } from "#app/features/tasks/case-tasks.server.ts";
import { reopenTask } from "#app/features/tasks/task-commands.server.ts";
import { reopenTaskForm } from "#app/features/tasks/task-forms.ts";
import { taskParams } from "#app/features/tasks/task-params.ts";
import { ReopenTaskForm } from "#app/features/tasks/ui/reopen-task-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "tasks.case.title", leave: false });

export const loader = guardedLoader({ may: "case.work", params: taskParams }, ({ actor, params, request }) =>
  readEndedTask(actor, params.caseId, params.taskId, localeOf(request)),
);

export const action = guardedAction(
  { may: "case.work", params: taskParams, form: reopenTaskForm },
  async ({ actor, params, form }) => {
    const reopened = await reopenTask(actor, params.caseId, params.taskId, form);
    return reopened.ok ? redirect(paths.caseTasks(params.caseId)) : refused(reopened.refusal);
  },
);

export default function CaseTaskReopen() {
  const t = useText();
  const { standing, task } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("tasks.reopen.heading")}>
      <ReopenTaskForm task={task} />
    </CaseFormPage>
  );
}
