import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import { readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { isOffered, surveyChoice } from "#app/features/briefings/drafting/survey-choice.server.ts";
import { surveyChoiceForm } from "#app/features/briefings/drafting/survey-choice-form.ts";
import { chooseSurvey } from "#app/features/briefings/drafting/table-set-commands.server.ts";
import { SurveyFields } from "#app/features/briefings/drafting/ui/survey-fields.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import type { Refusal } from "#app/kernel/refusal.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "survey-tables.choose.heading", leave: false });

export const loader = guardedLoader(
  { may: "briefing.compute", params: briefingParams },
  async ({ actor, params, request }) => {
    const { id, version, survey } = await readBriefing(actor, params.briefingId);
    return { briefingId: id, version, ...(await surveyChoice(actor, survey, localeOf(request))) };
  },
);

const NOT_OFFERED: Refusal = {
  kind: "invalid",
  code: "form.invalid",
  fields: { wave: "survey-tables.choose.unknown" },
};

export const action = guardedAction(
  { may: "briefing.compute", params: briefingParams, form: surveyChoiceForm },
  async ({ actor, params: { briefingId }, form, request }) => {
    if (!(await isOffered(actor, form.survey, localeOf(request)))) return refused(NOT_OFFERED);
    const saved = await chooseSurvey(actor, briefingId, form.recordVersion, form.survey);
    return saved.ok ? redirect(paths.briefingTables(briefingId), 303) : refused(saved.refusal);
  },
);

export default function BriefingSurvey() {
  const t = useText();
  const { briefingId, version, waves, questions, defaults } = useLoaderData<typeof loader>();
  const form = usePageForm();
  return (
    <Page back={paths.briefingTables(briefingId)}>
      <Heading>{t("survey-tables.choose.heading")}</Heading>
      <Lead>{t("survey-tables.choose.lead")}</Lead>
      {waves.length === 0 ? (
        <p>{t("survey-tables.choose.none")}</p>
      ) : (
        <Form {...form} recordVersion={version} defaults={defaults}>
          <SurveyFields waves={waves} questions={questions} />
          <Button>{t("common.action.save")}</Button>
        </Form>
      )}
    </Page>
  );
}
