import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { withAttachments } from "#app/features/evidence/attachments.server.ts";
import { fileLinks } from "#app/features/evidence/file-page.server.ts";
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
    const language = localeOf(request);
    const notWritten = await withAttachments(actor, params.caseId, { files, named: form.files }, (sender, ids) =>
      writeAsReporter(sender, params.caseId, { ...form, language, files: ids }),
    );
    return notWritten ?? redirect(paths.reportMessages(params.caseId));
  },
);

export default function ReportMessages() {
  const { conversation, files } = useLoaderData<typeof loader>();
  return <ReporterMessagesPage data={conversation} files={files} chooser={<AttachedFiles side="reporter" />} />;
}
