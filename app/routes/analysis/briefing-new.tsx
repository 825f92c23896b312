import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { REQUIRED_LOCALES } from "#app/features/briefings/briefing.ts";
import { createBriefing } from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import { newBriefingForm } from "#app/features/briefings/drafting/briefing-forms.ts";
import { SpecificationFields } from "#app/features/briefings/drafting/ui/specification-fields.tsx";
import { listAspSessions } from "#app/features/registers/asp-session-queries.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.new.heading", leave: false });

export const loader = guardedLoader({ may: "briefing.write" }, async ({ actor }) => ({
  sessions: (await listAspSessions(actor)).map(({ session }) => session),
}));

export const action = guardedAction({ may: "briefing.write", form: newBriefingForm }, async ({ actor, form }) => {
  const made = await createBriefing(actor, form);
  return made.ok ? redirect(paths.briefingDraft(made.value.briefingId)) : refused(made.refusal);
});

export default function BriefingNew() {
  const t = useText();
  const { sessions } = useLoaderData<typeof loader>();
  return (
    <Page back={paths.briefingDrafts()}>
      <Heading>{t("drafting.new.heading")}</Heading>
      <Lead>{t("drafting.new.lead")}</Lead>
      <Form {...usePageForm()} defaults={{ locales: REQUIRED_LOCALES }}>
        <SpecificationFields sessions={sessions} />
        <ButtonRow>
          <Button>{t("drafting.list.new")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
