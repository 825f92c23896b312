import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { PATTERN_FROM } from "#app/features/cases/institutions/pattern.ts";
import { recordReply } from "#app/features/cases/institutions/reply-commands.server.ts";
import { replyForm } from "#app/features/cases/institutions/reply-forms.ts";
import { readReplyPage } from "#app/features/cases/institutions/reply-page.server.ts";
import { ReplyForm } from "#app/features/cases/institutions/ui/reply-form.tsx";
import { institutionParams } from "#app/features/registers/institutions/institution-forms.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "institutions.entry.title", leave: false });

export const loader = guardedLoader({ may: "register.write", params: institutionParams }, ({ actor, params }) =>
  readReplyPage(actor, params.institutionId),
);

export const action = guardedAction(
  { may: "register.write", params: institutionParams, form: replyForm },
  async ({ actor, params: { institutionId }, form }) => {
    const kept = await recordReply(actor, institutionId, form);
    return kept.ok ? redirect(paths.institution(institutionId)) : refused(kept.refusal);
  },
);

export default function InstitutionReply() {
  const t = useText();
  const { name, mayAsk, ...form } = useLoaderData<typeof loader>();
  return (
    <Page back={paths.institution(form.id)} caption={<bdi>{name}</bdi>}>
      <Heading>{t("institutions.reply.heading")}</Heading>
      <Lead>{t("institutions.reply.lead")}</Lead>
      {mayAsk ? (
        <ReplyForm {...form} />
      ) : (
        <EmptyState title={t("institutions.reply.not-yet")}>
          <p>{t("institutions.reply.not-yet-why", { pattern: PATTERN_FROM })}</p>
        </EmptyState>
      )}
    </Page>
  );
}
