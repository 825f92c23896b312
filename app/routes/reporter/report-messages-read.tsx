import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { markRead } from "#app/features/messages/message-commands.server.ts";
import { readForm } from "#app/features/messages/message-forms.ts";
import { readConversation } from "#app/features/messages/message-page.server.ts";
import { MarkReadPage } from "#app/features/messages/ui/mark-read-page.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "report.read", params: caseParams }, async ({ actor, params }) => {
  const { caseId, seenAt } = await readConversation(actor, params.caseId);
  return { caseId, seenAt };
});

export const action = guardedAction(
  { may: "report.write", params: caseParams, form: readForm },
  async ({ actor, params, form }) => {
    const marked = await markRead(actor, params.caseId, form);
    return marked.ok ? redirect(paths.reportMessages(params.caseId)) : refused(marked.refusal);
  },
);

export default function ReportMessagesRead() {
  const { caseId, seenAt } = useLoaderData<typeof loader>();
  return <MarkReadPage back={paths.reportMessages(caseId)} seenAt={seenAt} />;
}
