import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { WorkCasePage } from "#app/features/cases/casework/ui/work-case-page.tsx";
import { readWorkCase, workCasePage } from "#app/features/cases/casework/work-case-page.server.ts";
import { readConversationBrief } from "#app/features/messages/message-page.server.ts";
import { TeamConversationNotice } from "#app/features/messages/ui/conversation-notice.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ form: true, title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "case.read", params: caseParams }, async ({ actor, params, request }) => ({
  work: workCasePage(actor, await readWorkCase(actor, params.caseId), localeOf(request)),
  brief: await readConversationBrief(actor, params.caseId),
  isLead: actor.role === "lead",
}));

export default function Case() {
  const t = useText();
  const { work, brief, isLead, formToken } = useLoaderData<typeof loader>();
  const back = isLead
    ? { href: paths.assigned(), label: t("casework.assigned.heading") }
    : { href: paths.queue(), label: t("casework.queue.heading") };
  const conversation = <TeamConversationNotice brief={brief} />;
  return <WorkCasePage data={work} formToken={formToken} back={back} conversation={conversation} />;
}
