import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { readNewTask } from "#app/features/tasks/case-tasks.server.ts";
import { addTask } from "#app/features/tasks/task-commands.server.ts";
import { newTaskForm } from "#app/features/tasks/task-forms.ts";
import { TaskForm } from "#app/features/tasks/ui/task-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "tasks.case.title", leave: false });

export const loader = guardedLoader({ may: "case.work", params: caseParams }, ({ actor, params, request }) =>
  readNewTask(actor, params.caseId, localeOf(request)),
);

export const action = guardedAction(
  { may: "case.work", params: caseParams, form: newTaskForm },
  async ({ actor, params, form }) => {
    const added = await addTask(actor, params.caseId, form);
    return added.ok ? redirect(paths.caseTasks(params.caseId)) : refused(added.refusal);
  },
);

export default function CaseTaskNew() {
  const t = useText();
  const { standing, owners } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("tasks.new.heading")}>
      <TaskForm owners={owners} button={t("tasks.new.button")} />
    </CaseFormPage>
  );
}
