import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import { saveAsks } from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import { askFields, asksForm } from "#app/features/briefings/drafting/briefing-forms.ts";
import { readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { evidenceOptions } from "#app/features/briefings/drafting/evidence-options.server.ts";
import { askFigures } from "#app/features/briefings/drafting/figure-options.server.ts";
import { AskFields } from "#app/features/briefings/drafting/ui/ask-fields.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.step.asks", leave: false });

export const loader = guardedLoader(
  { may: "briefing.write", params: briefingParams },
  async ({ actor, params, request }) => {
    const { id, version, draft, tables } = await readBriefing(actor, params.briefingId);
    const release = tables?.release ?? null;
    return {
      briefingId: id,
      version,
      figures: askFigures(draft, release, localeOf(request)),
      tables: evidenceOptions(draft, release, localeOf(request)),
      chosen: draft.asks.map(({ code }) => code),
      defaults: askFields(draft.asks),
    };
  },
);

export const action = guardedAction(
  { may: "briefing.write", params: briefingParams, form: asksForm },
  async ({ actor, params, form }) => {
    const saved = await saveAsks(actor, params.briefingId, form.recordVersion, form.asks);
    return saved.ok ? redirect(paths.briefingDraft(params.briefingId)) : refused(saved.refusal);
  },
);

export default function BriefingAsks() {
  const t = useText();
  const { briefingId, version, tables, figures, chosen, defaults } = useLoaderData<typeof loader>();
  return (
    <Page back={paths.briefingDraft(briefingId)}>
      <Heading>{t("drafting.step.asks", { language: "" })}</Heading>
      <Lead>{t("drafting.asks.lead")}</Lead>
      <Form {...usePageForm()} recordVersion={version} defaults={defaults}>
        <AskFields tables={tables} figures={figures} chosen={chosen} />
        <ButtonRow>
          <Button>{t("common.action.save")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
