import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { isOneLine, partOf } from "#app/features/briefings/briefing.ts";
import { briefingSectionParams } from "#app/features/briefings/briefing-params.ts";
import { CHANGED_MEANWHILE } from "#app/features/briefings/briefing-refusals.ts";
import { saveTexts } from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import { readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { overtakenTexts } from "#app/features/briefings/drafting/overtaken-texts.server.ts";
import { referenceTables, shownNotices } from "#app/features/briefings/drafting/reference-options.server.ts";
import { inserted, sectionForm, sentTexts, tooLong } from "#app/features/briefings/drafting/section-form.ts";
import { shownTexts } from "#app/features/briefings/drafting/shown-texts.server.ts";
import { InsertReference } from "#app/features/briefings/drafting/ui/insert-reference.tsx";
import { NumbersToLookAt } from "#app/features/briefings/drafting/ui/numbers-to-look-at.tsx";
import { partWords } from "#app/features/briefings/drafting/ui/place-words.ts";
import { ReferenceList } from "#app/features/briefings/drafting/ui/reference-list.tsx";
import { SectionFields } from "#app/features/briefings/drafting/ui/section-fields.tsx";
import { newestTexts, ShownTexts } from "#app/features/briefings/drafting/ui/shown-texts.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "writing.grid.heading", leave: false });

export const loader = guardedLoader(
  { may: "briefing.write", params: briefingSectionParams },
  async ({ actor, params: { briefingId, section }, request }) => {
    const { draft, tables, numbers } = await readBriefing(actor, briefingId);
    const { locales } = draft.specification;
    const here = locales.map((locale) => ({ locale, part: section, text: partOf(draft.texts[locale], section) }));
    const release = tables?.release ?? null;
    const numbersHere = numbers.filter(({ place }) => place.endsWith(`.${section}`));
    return {
      ...{ briefingId, section, locales },
      shown: shownTexts(here),
      saved: Object.fromEntries(here.map(({ locale, text }) => [locale, text])),
      tables: referenceTables(draft, release, localeOf(request)),
      notices: shownNotices(draft, release, numbersHere, localeOf(request)),
    };
  },
);

export const action = guardedAction(
  { may: "briefing.write", params: briefingSectionParams, form: sectionForm },
  async ({ actor, params: { briefingId, section }, form }) => {
    if (form.insertion) {
      const texts = inserted(form);
      // Nothing is saved: the form comes back as it was typed, with the figure in it.
      return texts
        ? refused({ kind: "kept", code: "form.figure-inserted" }, { holds: texts })
        : refused({ kind: "invalid", code: "form.invalid", fields: { reference: "writing.reference.required" } });
    }
    const fields = tooLong(section, form.texts);
    if (Object.keys(fields).length > 0) return refused({ kind: "invalid", code: "form.invalid", fields });
    const sent = sentTexts(section, form.texts);
    const saved = await saveTexts(actor, briefingId, form.shown, sent);
    if (saved.ok) return redirect(paths.briefingDraft(briefingId));
    if (saved.refusal.code !== CHANGED_MEANWHILE.code) return refused(saved.refusal);
    const { refusal, holds } = await overtakenTexts(actor, briefingId, {
      ...{ shown: form.shown, sent, nameOf: ({ locale }) => locale },
    });
    return refused(refusal, { holds });
  },
);

export default function BriefingSection() {
  const t = useText();
  const { briefingId, section, shown, locales, saved, tables, notices } = useLoaderData<typeof loader>();
  const form = usePageForm();
  return (
    <Page width="table" back={paths.briefingDraft(briefingId)}>
      <Heading>{partWords(section, t)}</Heading>
      <Lead>{t(isOneLine(section) ? "writing.section.lead-line" : "writing.section.lead")}</Lead>
      <Form {...form} defaults={saved}>
        <ShownTexts now={shown} result={form.result} />
        <SectionFields part={section} locales={locales} saved={saved} newest={newestTexts(form.result, saved)} />
        <ButtonRow>
          <Button>{t("common.action.save")}</Button>
        </ButtonRow>
        {notices.length > 0 && (
          <>
            <Heading level={2}>{t("drafting.review.numbers")}</Heading>
            <NumbersToLookAt notices={notices} />
          </>
        )}
        <InsertReference tables={tables} locales={locales} />
      </Form>
      <ReferenceList tables={tables} />
    </Page>
  );
}
