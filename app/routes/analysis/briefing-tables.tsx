import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { endsAt } from "#app/access/session-content.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { ErrorSummary } from "#app/design-system/forms/error-summary.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import { computeForm } from "#app/features/briefings/drafting/briefing-forms.ts";
import { previewGrids } from "#app/features/briefings/drafting/briefing-preview.server.ts";
import { readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import {
  chosenTables,
  leakWords,
  leftOutTables,
  listCost,
  markedTables,
} from "#app/features/briefings/drafting/chosen-tables.server.ts";
import { CostOfList } from "#app/features/briefings/drafting/ui/cost-of-list.tsx";
import { TableMarks } from "#app/features/briefings/drafting/ui/table-marks.tsx";
import {
  HeldSurvey,
  LeakList,
  LeftOutTables,
  TablesPreview,
} from "#app/features/briefings/drafting/ui/tables-preview.tsx";
import { beginComputing } from "#app/features/briefings/work/briefing-work-commands.server.ts";
import { readWork } from "#app/features/briefings/work/briefing-work-queries.server.ts";
import { WorkNotice } from "#app/features/briefings/work/ui/work-notice.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.step.tables", leave: false });

export const loader = guardedLoader(
  { may: "briefing.read", params: briefingParams },
  async ({ actor, params, request }) => {
    const { id, version, state, draft, choices, survey, tables } = await readBriefing(actor, params.briefingId);
    const locale = localeOf(request);
    return {
      briefingId: id,
      version,
      work: await readWork(actor, params.briefingId),
      mayCompute: actor.role === "analyst" && state === "draft",
      cost: listCost(choices, locale),
      wanted: chosenTables(choices, locale),
      questions: survey?.questions.length ?? 0,
      computed: tables && {
        at: tables.computedAt,
        population: tables.release.population,
        coverage: tables.release.coverage,
        leftOut: leftOutTables(tables.release, locale),
        leaks: leakWords(tables.release, locale),
        surveyHeld: tables.release.survey?.held ?? [],
        marks: markedTables(tables, locale),
        tables: previewGrids(draft, tables.release, locale),
      },
    };
  },
);

export const action = guardedAction(
  { may: "briefing.compute", params: briefingParams, form: computeForm },
  async ({ actor, params: { briefingId }, form, session }) => {
    const begun = await beginComputing(actor, briefingId, form.recordVersion, endsAt(session.content));
    return begun.ok ? redirect(paths.briefingWork(briefingId), 303) : refused(begun.refusal);
  },
);

export default function BriefingTables() {
  const t = useText();
  const { date } = useFormats();
  const { briefingId, version, work, mayCompute, cost, wanted, questions, computed } = useLoaderData<typeof loader>();
  const form = usePageForm();
  return (
    <Page width="page" back={paths.briefingDraft(briefingId)}>
      {form.result && <ErrorSummary refusal={form.result.refusal} />}
      <Heading>{t("drafting.step.tables", { language: "" })}</Heading>
      <Lead>{computed ? t("drafting.tables.computed", { day: date(computed.at) }) : t("drafting.tables.none")}</Lead>
      <WorkNotice briefingId={briefingId} work={work} />
      {mayCompute && work?.standing !== "running" && (
        <Form {...form} recordVersion={version} summary={false}>
          <p>{t("drafting.tables.wanted")}</p>
          <ul>
            {wanted.map(({ value, title }) => (
              <li key={value}>{title}</li>
            ))}
          </ul>
          {questions > 0 && <p>{t("survey-tables.choose.chosen", { count: questions })}</p>}
          <p className="hint">{t("drafting.tables.how")}</p>
          <CostOfList cost={cost} />
          <ButtonRow>
            <Button look={computed ? "secondary" : "primary"}>
              {t(computed ? "drafting.tables.again" : "drafting.tables.compute")}
            </Button>
            <ButtonLink href={paths.briefingTableChoice(briefingId)} look="secondary">
              {t("drafting.tables.choose")}
            </ButtonLink>
            <ButtonLink href={paths.briefingSurvey(briefingId)} look="secondary">
              {t("survey-tables.choose.change")}
            </ButtonLink>
          </ButtonRow>
        </Form>
      )}
      {computed && (
        <>
          {computed.marks.length > 0 && (
            <>
              <Heading level={2}>{t("drafting.tables.price")}</Heading>
              <TableMarks tables={computed.marks} />
            </>
          )}
          <Heading level={2}>{t("drafting.tables.preview")}</Heading>
          <TablesPreview {...computed} />
          <LeftOutTables leftOut={computed.leftOut} />
          <HeldSurvey reasons={computed.surveyHeld} />
          <LeakList leaks={computed.leaks} />
        </>
      )}
    </Page>
  );
}
