import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { partOf } from "#app/features/briefings/briefing.ts";
import { briefingSectionParams } from "#app/features/briefings/briefing-params.ts";
import { savePart } from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import { readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { referenceTables, shownNotices } from "#app/features/briefings/drafting/reference-options.server.ts";
import { inserted, sectionForm, tooLong } from "#app/features/briefings/drafting/section-form.ts";
import { InsertReference } from "#app/features/briefings/drafting/ui/insert-reference.tsx";
import { NumbersToLookAt } from "#app/features/briefings/drafting/ui/numbers-to-look-at.tsx";
import { partWords } from "#app/features/briefings/drafting/ui/place-words.ts";
import { ReferenceList } from "#app/features/briefings/drafting/ui/reference-list.tsx";
import { SectionFields } from "#app/features/briefings/drafting/ui/section-fields.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.title", leave: false });

export const loader = guardedLoader(
  { may: "briefing.write", params: briefingSectionParams },
  async ({ actor, params: { briefingId, section }, request }) => {
    const { version, draft, tables, numbers } = await readBriefing(actor, briefingId);
    const { locales } = draft.specification;
    const release = tables?.release ?? null;
    const here = numbers.filter(({ place }) => place.endsWith(`.${section}`));
    return {
      ...{ briefingId, section, version, locales },
      saved: Object.fromEntries(locales.map((locale) => [locale, partOf(draft.texts[locale], section)])),
      tables: referenceTables(draft, release, localeOf(request)),
      notices: shownNotices(draft, release, here, localeOf(request)),
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
    const saved = await savePart(actor, briefingId, form.recordVersion, section, form.texts);
    return saved.ok ? redirect(paths.briefingDraft(briefingId)) : refused(saved.refusal);
  },
);

export default function BriefingSection() {
  const t = useText();
  const { briefingId, section, version, locales, saved, tables, notices } = useLoaderData<typeof loader>();
  const form = usePageForm();
  const wasOvertaken = form.result?.refusal.code === "briefing.changed-meanwhile";
  return (
    <Page width="table" back={paths.briefingDraft(briefingId)}>
      <Heading>{partWords(section, t)}</Heading>
      <Lead>{t("writing.section.lead")}</Lead>
      <Form {...form} recordVersion={version} defaults={saved}>
        <SectionFields part={section} locales={locales} saved={saved} wasOvertaken={wasOvertaken} />
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
