import { redirect } from "@remix-run/node";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { QUESTIONS } from "#app/features/cases/questionnaire/report-questions.ts";
import { startDraft } from "#app/features/cases/reporting/draft-commands.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "report.begin" }, async () => ({}));

export const action = guardedAction({ may: "report.begin", form: emptyForm }, async ({ actor }) => {
  const started = await startDraft(actor);
  if (!started.ok) return refused(started.refusal);
  return redirect(paths.draftQuestion(started.value.draftId, QUESTIONS[0]!.slug));
});

export default function NewReport() {
  const t = useText();
  return (
    <DecisionPage
      back={paths.reports()}
      title={t("reports.new.heading")}
      lead={t("reports.new.lead")}
      button={t("reports.begin")}
    />
  );
}
