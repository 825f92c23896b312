import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { ErrorSummary } from "#app/design-system/forms/error-summary.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import { stopWorkForm } from "#app/features/briefings/drafting/briefing-forms.ts";
import { stopBriefingWork } from "#app/features/briefings/work/briefing-work-commands.server.ts";
import { readWork, type ShownWork } from "#app/features/briefings/work/briefing-work-queries.server.ts";
import { WorkEnded } from "#app/features/briefings/work/ui/work-ended.tsx";
import { WorkUnderWay } from "#app/features/briefings/work/ui/work-under-way.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({
  title: "drafting.page.work",
  leave: false,
  form: false,
  follows: ({ work }: { readonly work: ShownWork | null }) => work?.standing === "running",
});

export const loader = guardedLoader({ may: "briefing.read", params: briefingParams }, async ({ actor, params }) => {
  const { briefingId } = params;
  const work = await readWork(actor, briefingId);
  if (work?.standing === "done") throw redirect(resultOf(briefingId, work));
  return { briefingId, work };
});

export const action = guardedAction(
  { may: "briefing.stop-work", params: briefingParams, form: stopWorkForm },
  async ({ actor, params: { briefingId } }) => {
    const stopped = await stopBriefingWork(actor, briefingId);
    return stopped.ok ? redirect(paths.briefingDraft(briefingId), 303) : refused(stopped.refusal);
  },
);

function resultOf(briefingId: string, { kind, slug }: ShownWork): string {
  if (kind === "compute") return paths.briefingTables(briefingId);
  return slug ? paths.briefing(slug) : paths.briefingDraft(briefingId);
}

export default function BriefingWork() {
  const t = useText();
  const { briefingId, work } = useLoaderData<typeof loader>();
  const form = usePageForm();
  const isRunning = work?.standing === "running";
  return (
    <Page back={paths.briefingDraft(briefingId)}>
      {form.result && <ErrorSummary refusal={form.result.refusal} />}
      {isRunning ? <WorkUnderWay work={work} /> : <WorkEnded briefingId={briefingId} work={work} />}
      {isRunning && (
        <Form {...form} summary={false}>
          <ButtonRow>
            <ButtonLink href={paths.briefingWork(briefingId)} look="secondary">
              {t("drafting.work.look-again")}
            </ButtonLink>
            {work.mayStop && <Button look="secondary">{t("drafting.work.stop")}</Button>}
          </ButtonRow>
        </Form>
      )}
    </Page>
  );
}
