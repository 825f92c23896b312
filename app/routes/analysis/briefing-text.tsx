import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { NO_TEXT } from "#app/features/briefings/briefing.ts";
import { briefingLocaleParams } from "#app/features/briefings/briefing-params.ts";
import { CHANGED_MEANWHILE } from "#app/features/briefings/briefing-refusals.ts";
import { saveTexts } from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import { textFields, textForm, textsOf } from "#app/features/briefings/drafting/briefing-forms.ts";
import { readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { overtakenTexts } from "#app/features/briefings/drafting/overtaken-texts.server.ts";
import { referenceTables } from "#app/features/briefings/drafting/reference-options.server.ts";
import { shownTexts } from "#app/features/briefings/drafting/shown-texts.server.ts";
import { ReferenceList } from "#app/features/briefings/drafting/ui/reference-list.tsx";
import { newestTexts, ShownTexts } from "#app/features/briefings/drafting/ui/shown-texts.tsx";
import { TextFields } from "#app/features/briefings/drafting/ui/text-fields.tsx";
import { OWN_NAMES } from "#app/i18n/locales.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.page.text", leave: false });

export const loader = guardedLoader(
  { may: "briefing.write", params: briefingLocaleParams },
  async ({ actor, params: { briefingId, locale }, request }) => {
    const { draft, tables } = await readBriefing(actor, briefingId);
    const original = locale === "en" || !draft.texts.en ? null : textFields(draft.texts.en);
    const figures = referenceTables(draft, tables?.release ?? null, localeOf(request));
    const shown = shownTexts(textsOf(locale, draft.texts[locale] ?? NO_TEXT));
    return { briefingId, locale, shown, original, figures, defaults: textFields(draft.texts[locale]) };
  },
);

export const action = guardedAction(
  { may: "briefing.write", params: briefingLocaleParams, form: textForm },
  async ({ actor, params: { briefingId, locale }, form }) => {
    const sent = textsOf(locale, form.text);
    const saved = await saveTexts(actor, briefingId, form.shown, sent);
    if (saved.ok) return redirect(paths.briefingDraft(briefingId));
    if (saved.refusal.code !== CHANGED_MEANWHILE.code) return refused(saved.refusal);
    const { refusal, holds } = await overtakenTexts(actor, briefingId, {
      ...{ shown: form.shown, sent, nameOf: ({ part }) => part },
    });
    return refused(refusal, { holds });
  },
);

export default function BriefingText() {
  const t = useText();
  const { briefingId, locale, shown, original, figures, defaults } = useLoaderData<typeof loader>();
  const form = usePageForm();
  const newest = newestTexts(form.result, defaults);
  const isBeside = original !== null || Object.keys(newest).length > 0;
  return (
    <Page width={isBeside ? "page" : "reading"} back={paths.briefingDraft(briefingId)}>
      <Heading>{t("drafting.step.text", { language: OWN_NAMES[locale] })}</Heading>
      <Lead>{t("drafting.text.lead")}</Lead>
      <Form {...form} defaults={defaults}>
        <ShownTexts now={shown} result={form.result} />
        <TextFields original={original} newest={newest} />
        <ButtonRow>
          <Button>{t("common.action.save")}</Button>
        </ButtonRow>
      </Form>
      <ReferenceList tables={figures} />
    </Page>
  );
}
