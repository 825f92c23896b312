import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import { saveFollowUp } from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import { readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { followUpFields, followUpForm } from "#app/features/briefings/drafting/follow-up-form.ts";
import { referenceTables } from "#app/features/briefings/drafting/reference-options.server.ts";
import { FollowUpFields } from "#app/features/briefings/drafting/ui/follow-up-fields.tsx";
import { ReferenceList } from "#app/features/briefings/drafting/ui/reference-list.tsx";
import { sessionName } from "#app/features/briefings/session-name.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.step.follow-up", leave: false });

export const loader = guardedLoader(
  { may: "briefing.write", params: briefingParams },
  async ({ actor, params: { briefingId }, request }) => {
    const { version, draft, tables, last } = await readBriefing(actor, briefingId);
    // What was said of another release's asks is kept where this one asks the same.
    return {
      ...{ briefingId, version, last },
      locales: draft.specification.locales,
      told: (draft.followUp?.asks ?? []).map(({ code }) => code),
      defaults: followUpFields(draft.followUp),
      figures: referenceTables(draft, tables?.release ?? null, localeOf(request)),
    };
  },
);

export const action = guardedAction(
  { may: "briefing.write", params: briefingParams, form: followUpForm },
  async ({ actor, params: { briefingId }, form }) => {
    const saved = await saveFollowUp(actor, briefingId, form.recordVersion, form);
    return saved.ok ? redirect(paths.briefingDraft(briefingId)) : refused(saved.refusal);
  },
);

export default function BriefingFollowUp() {
  const t = useText();
  const { briefingId, version, last, locales, told, defaults, figures } = useLoaderData<typeof loader>();
  const form = usePageForm();
  return (
    <Page width="table" back={paths.briefingDraft(briefingId)}>
      <Heading>{t("drafting.step.follow-up", { language: "" })}</Heading>
      {last ? (
        <>
          <Lead>{t("writing.follow-up.lead", { session: sessionName(last.session, t) })}</Lead>
          <Form {...form} recordVersion={version} defaults={defaults}>
            <input type="hidden" name="slug" value={last.slug} />
            <FollowUpFields codes={last.codes} locales={locales} told={told} />
            <ButtonRow>
              <Button>{t("common.action.save")}</Button>
            </ButtonRow>
          </Form>
          <ReferenceList tables={figures} />
        </>
      ) : told.length > 0 ? (
        <Form {...form} recordVersion={version}>
          <Lead>{t("briefings.obstacle.follow-up-stale")}</Lead>
          <input type="hidden" name="slug" value="" />
          <ButtonRow>
            <Button>{t("writing.follow-up.take-out")}</Button>
          </ButtonRow>
        </Form>
      ) : (
        <EmptyState title={t("writing.follow-up.none")}>
          <p>{t("writing.follow-up.none-why")}</p>
        </EmptyState>
      )}
    </Page>
  );
}
