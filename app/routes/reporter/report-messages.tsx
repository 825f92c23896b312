import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { takeAttachments } from "#app/features/evidence/attachments.server.ts";
import { fileLinks } from "#app/features/evidence/file-page.server.ts";
import { type FileOutcome, NOTHING_SENT } from "#app/features/evidence/taken-files.ts";
import { AttachedFiles } from "#app/features/evidence/ui/attached-files.tsx";
import { writeAsReporter } from "#app/features/messages/message-commands.server.ts";
import { reporterMessageForm } from "#app/features/messages/message-forms.ts";
import { readConversation } from "#app/features/messages/message-page.server.ts";
import { ReporterMessagesPage } from "#app/features/messages/ui/reporter-messages-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "report.page.title", upload: true });

export const loader = guardedLoader({ may: "report.read", params: caseParams }, async ({ actor, params }) => ({
  conversation: await readConversation(actor, params.caseId),
  files: await fileLinks(actor, params.caseId, "reporter"),
}));

export const action = guardedAction(
  { may: "report.write", params: caseParams, form: reporterMessageForm },
  async ({ actor, params, form, files, request }) => {
    const { taken, notTaken } = await takeAttachments(actor, params.caseId, files);
    const holds = { files: [...form.files, ...taken] };
    if (notTaken.length > 0) return refused(NOTHING_SENT, { holds, told: { notTaken } });
    const written = await writeAsReporter(actor, params.caseId, { ...form, ...holds, language: localeOf(request) });
    return written.ok ? redirect(paths.reportMessages(params.caseId)) : refused(written.refusal, { holds });
  },
);

export default function ReportMessages() {
  const { conversation, files } = useLoaderData<typeof loader>();
  const answer = useActionData() as { readonly notTaken?: readonly FileOutcome[] } | undefined;
  const chooser = <AttachedFiles notTaken={answer?.notTaken ?? []} again={answer !== undefined} side="reporter" />;
  return <ReporterMessagesPage data={conversation} files={files} chooser={chooser} />;
}
