import { redirect } from "@remix-run/node";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { importQuestionnaire } from "#app/features/surveys/building/importing.server.ts";
import { ImportPage } from "#app/features/surveys/building/ui/import-page.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.import.heading", leave: false, upload: true });

export const loader = guardedLoader({ may: "wave.write" }, async () => ({}));

export const action = guardedAction({ may: "wave.write", form: emptyForm }, async ({ actor, files }) => {
  const imported = await importQuestionnaire(actor, files);
  if (imported.ok) return redirect(paths.questionnaire(imported.id));
  return refused(imported.refusal, { told: { ...imported.told } });
});

export default function QuestionnaireImport() {
  return <ImportPage />;
}
