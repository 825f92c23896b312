import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import { submitForm } from "#app/features/briefings/drafting/briefing-forms.ts";
import { nameOf, readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { submitBriefing } from "#app/features/briefings/drafting/briefing-review-commands.server.ts";
import { shownNotices } from "#app/features/briefings/drafting/reference-options.server.ts";
import { DraftName } from "#app/features/briefings/drafting/ui/draft-name.tsx";
import { NumbersToLookAt } from "#app/features/briefings/drafting/ui/numbers-to-look-at.tsx";
import { ObstacleList } from "#app/features/briefings/drafting/ui/obstacle-list.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.step.submit", leave: false });

export const loader = guardedLoader(
  { may: "briefing.write", params: briefingParams },
  async ({ actor, params, request }) => {
    const view = await readBriefing(actor, params.briefingId);
    const { id, version, obstacles, numbers, draft, tables } = view;
    const notices = shownNotices(draft, tables?.release ?? null, numbers, localeOf(request));
    return { briefingId: id, version, obstacles, notices, role: actor.role, name: nameOf(view, localeOf(request)) };
  },
);

export const action = guardedAction(
  { may: "briefing.write", params: briefingParams, form: submitForm },
  async ({ actor, params, form }) => {
    const sent = await submitBriefing(actor, params.briefingId, form);
    return sent.ok ? redirect(paths.briefingReview(params.briefingId)) : refused(sent.refusal);
  },
);

export default function BriefingSubmit() {
  const t = useText();
  const { briefingId, version, obstacles, notices, role, name } = useLoaderData<typeof loader>();
  const form = usePageForm();
  const isReady = obstacles.length === 0;
  return (
    <Page back={paths.briefingDraft(briefingId)} caption={<DraftName {...name} />}>
      <Form {...form} recordVersion={version} languages={isReady}>
        <Heading>{t("drafting.step.submit", { language: "" })}</Heading>
        <Lead>{t("drafting.submit.lead")}</Lead>
        {isReady ? (
          <>
            <Heading level={2}>{t("drafting.review.numbers")}</Heading>
            <NumbersToLookAt notices={notices} mendedAt={briefingId} />
            <TextArea name="comment" label={t("drafting.submit.comment")} rows={4} maxLength={4000} optional />
            <ButtonRow>
              <Button>{t("drafting.step.submit", { language: "" })}</Button>
            </ButtonRow>
          </>
        ) : (
          <>
            <Heading level={2}>{t("drafting.overview.obstacles")}</Heading>
            <ObstacleList briefingId={briefingId} obstacles={obstacles} role={role} />
          </>
        )}
      </Form>
    </Page>
  );
}
