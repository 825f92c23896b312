import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { fileLinks } from "#app/features/evidence/file-page.server.ts";
import { writeAsReporter } from "#app/features/messages/message-commands.server.ts";
import { reporterMessageForm } from "#app/features/messages/message-forms.ts";
import { readConversation } from "#app/features/messages/message-page.server.ts";
import { ReporterMessagesPage } from "#app/features/messages/ui/reporter-messages-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "report.read", params: caseParams }, async ({ actor, params }) => ({
  conversation: await readConversation(actor, params.caseId),
  files: await fileLinks(actor, params.caseId, "reporter"),
}));

export const action = guardedAction(
  { may: "report.write", params: caseParams, form: reporterMessageForm },
  async ({ actor, params, form, request }) => {
    const written = await writeAsReporter(actor, params.caseId, { ...form, language: localeOf(request) });
    return written.ok ? redirect(paths.reportMessages(params.caseId)) : refused(written.refusal);
  },
);

export default function ReportMessages() {
  const { conversation, files } = useLoaderData<typeof loader>();
  return <ReporterMessagesPage data={conversation} files={files} />;
}
