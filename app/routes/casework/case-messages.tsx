import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { possibleEvents } from "#app/features/cases/case-transition.ts";
import { moverOf } from "#app/features/cases/casework/case-mover.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { caseStanding, readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import { withAttachments } from "#app/features/evidence/attachments.server.ts";
import { fileLinks } from "#app/features/evidence/file-page.server.ts";
import { AttachedFiles } from "#app/features/evidence/ui/attached-files.tsx";
import { askReporter, writeAsTeam } from "#app/features/messages/message-commands.server.ts";
import { teamMessageForm } from "#app/features/messages/message-forms.ts";
import { readConversation } from "#app/features/messages/message-page.server.ts";
import { formWithReadyText } from "#app/features/messages/ready-texts.server.ts";
import { TeamMessages } from "#app/features/messages/ui/team-messages.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false, upload: true });

export const loader = guardedLoader({ may: "case.read", params: caseParams }, async ({ actor, params, request }) => {
  const work = await readWorkCase(actor, params.caseId);
  return {
    standing: caseStanding(actor, work, localeOf(request)),
    conversation: await readConversation(actor, params.caseId),
    files: await fileLinks(actor, params.caseId, "team"),
    mayAsk: possibleEvents(work.status, moverOf(actor)).includes("ask"),
  };
});

/** Asked for a ready text it sends nothing and gives back what was typed, with the text below it. */
export const action = guardedAction(
  { may: "case.work", params: caseParams, form: teamMessageForm },
  async ({ actor, params, form, files }) => {
    const typed = formWithReadyText(form);
    if (typed) return Response.json({ typed });
    const write = form.asks ? askReporter : writeAsTeam;
    const { text, seenAt } = form;
    const notWritten = await withAttachments(actor, params.caseId, { files, named: form.files }, (sender, ids) =>
      write(sender, params.caseId, { text, seenAt, files: ids }),
    );
    return notWritten ?? redirect(paths.caseMessages(params.caseId));
  },
);

export default function CaseMessages() {
  const t = useText();
  const { standing, conversation, files, mayAsk } = useLoaderData<typeof loader>();
  const answer = useActionData() as { readonly typed?: Record<string, string | string[]> } | undefined;
  const chooser = <AttachedFiles side="team" />;
  return (
    <CaseFormPage standing={standing} title={t("messages.heading")}>
      <TeamMessages data={conversation} files={files} chooser={chooser} mayAsk={mayAsk} typed={answer?.typed ?? null} />
    </CaseFormPage>
  );
}
