import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { briefingLocaleParams } from "#app/features/briefings/briefing-params.ts";
import { saveText } from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import { textFields, textForm } from "#app/features/briefings/drafting/briefing-forms.ts";
import { readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { referenceTables } from "#app/features/briefings/drafting/reference-options.server.ts";
import { ReferenceList } from "#app/features/briefings/drafting/ui/reference-list.tsx";
import { TextFields } from "#app/features/briefings/drafting/ui/text-fields.tsx";
import { OWN_NAMES } from "#app/i18n/locales.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.title", leave: false });

export const loader = guardedLoader(
  { may: "briefing.write", params: briefingLocaleParams },
  async ({ actor, params: { briefingId, locale }, request }) => {
    const { version, draft, tables } = await readBriefing(actor, briefingId);
    const original = locale === "en" || !draft.texts.en ? null : textFields(draft.texts.en);
    const figures = referenceTables(draft, tables?.release ?? null, localeOf(request));
    return { briefingId, locale, version, original, figures, defaults: textFields(draft.texts[locale]) };
  },
);

export const action = guardedAction(
  { may: "briefing.write", params: briefingLocaleParams, form: textForm },
  async ({ actor, params: { briefingId, locale }, form }) => {
    const saved = await saveText(actor, briefingId, form.recordVersion, locale, form.text);
    return saved.ok ? redirect(paths.briefingDraft(briefingId)) : refused(saved.refusal);
  },
);

export default function BriefingText() {
  const t = useText();
  const { briefingId, locale, version, original, figures, defaults } = useLoaderData<typeof loader>();
  const form = usePageForm();
  const wasOvertaken = form.result?.refusal.code === "briefing.changed-meanwhile";
  return (
    <Page width={original || wasOvertaken ? "page" : "reading"} back={paths.briefingDraft(briefingId)}>
      <Heading>{t("drafting.step.text", { language: OWN_NAMES[locale] })}</Heading>
      <Lead>{t("drafting.text.lead")}</Lead>
      <Form {...form} recordVersion={version} defaults={defaults}>
        <TextFields original={original} newest={wasOvertaken ? defaults : null} />
        <ButtonRow>
          <Button>{t("common.action.save")}</Button>
        </ButtonRow>
      </Form>
      <ReferenceList tables={figures} />
    </Page>
  );
}
