import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { addNote } from "#app/features/cases/casework/triage-commands.server.ts";
import { noteForm } from "#app/features/cases/casework/triage-forms.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { NoteForm } from "#app/features/cases/casework/ui/note-form.tsx";
import { caseStanding, readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "case.work", params: caseParams }, async ({ actor, params, request }) => ({
  standing: caseStanding(actor, await readWorkCase(actor, params.caseId), localeOf(request)),
}));

export const action = guardedAction(
  { may: "case.work", params: caseParams, form: noteForm },
  async ({ actor, params, form }) => {
    const added = await addNote(actor, params.caseId, form);
    return added.ok ? redirect(paths.case(params.caseId)) : refused(added.refusal);
  },
);

export default function CaseNote() {
  const t = useText();
  const { standing } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("casework.note.title")}>
      <NoteForm caseId={standing.row.caseId} {...usePageForm()} />
    </CaseFormPage>
  );
}
