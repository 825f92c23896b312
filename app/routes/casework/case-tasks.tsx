import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { caseStanding, readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import { readCaseTasks } from "#app/features/tasks/case-tasks.server.ts";
import { CaseTasksList } from "#app/features/tasks/ui/case-tasks-list.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "tasks.case.title", leave: false });

export const loader = guardedLoader({ may: "case.read", params: caseParams }, async ({ actor, params, request }) => {
  const work = await readWorkCase(actor, params.caseId);
  return { standing: caseStanding(actor, work, localeOf(request)), tasks: await readCaseTasks(actor, work) };
});

export default function CaseTasks() {
  const t = useText();
  const { standing, tasks } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("tasks.case.heading")}>
      <CaseTasksList caseId={standing.row.caseId} tasks={tasks} />
    </CaseFormPage>
  );
}
