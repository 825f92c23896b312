import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { useWorkBack } from "#app/features/cases/casework/ui/use-work-back.ts";
import { WorkCasePage } from "#app/features/cases/casework/ui/work-case-page.tsx";
import { readWorkCase, workCasePage } from "#app/features/cases/casework/work-case-page.server.ts";
import { readDesk } from "#app/features/cases/desk/desk-rows.server.ts";
import { caseKeys, PageKeys } from "#app/features/cases/desk/ui/page-keys.tsx";
import { readRelationsBrief } from "#app/features/cases/relations/relations-page.server.ts";
import { RelationsNotice } from "#app/features/cases/relations/ui/relations-notice.tsx";
import { readCaseRemedies } from "#app/features/cases/remedies/case-remedies.server.ts";
import { RemediesOfCase } from "#app/features/cases/remedies/ui/case-remedies.tsx";
import { countFiles } from "#app/features/evidence/evidence-queries.server.ts";
import { FilesLink } from "#app/features/evidence/ui/files-link.tsx";
import { readConversationBrief } from "#app/features/messages/message-page.server.ts";
import { TeamConversationNotice } from "#app/features/messages/ui/conversation-notice.tsx";
import { readReferralsBrief } from "#app/features/referrals/referral-queries.server.ts";
import { TeamReferralsNotice } from "#app/features/referrals/ui/referrals-notice.tsx";
import { readStoriesBrief } from "#app/features/stories/story-queries.server.ts";
import { TeamStoriesNotice } from "#app/features/stories/ui/stories-notice.tsx";
import { readCaseTasks } from "#app/features/tasks/case-tasks.server.ts";
import { NextOfCase } from "#app/features/tasks/ui/case-tasks-list.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";

export const handle = page({ form: true, title: "casework.case.title", leave: false, keys: true });

export const loader = guardedLoader({ may: "case.read", params: caseParams }, async ({ actor, params, request }) => {
  const work = await readWorkCase(actor, params.caseId);
  const locale = localeOf(request);
  return {
    work: workCasePage(actor, work, locale),
    remedies: await readCaseRemedies(actor, work, locale),
    brief: await readConversationBrief(actor, params.caseId),
    fileCount: await countFiles(actor, params.caseId),
    tasks: await readCaseTasks(actor, work),
    relations: await readRelationsBrief(actor, work),
    referrals: await readReferralsBrief(actor, params.caseId),
    stories: await readStoriesBrief(actor, params.caseId),
    isLead: actor.role === "lead",
    keysOn: (await readDesk(actor, locale)).keysOn,
  };
});

export default function Case() {
  const t = useText();
  const { work, remedies, brief, fileCount, tasks, relations, referrals, stories, isLead, keysOn, formToken } =
    useLoaderData<typeof loader>();
  const back = useWorkBack(isLead);
  return (
    <WorkCasePage
      data={work}
      formToken={formToken}
      back={back}
      conversation={<TeamConversationNotice brief={brief} />}
      files={<FilesLink caseId={work.row.caseId} count={fileCount} side="team" />}
      end={<PageKeys keys={caseKeys(t, work.row.caseId, back.href)} on={keysOn} />}
      more={
        <>
          <TeamReferralsNotice brief={referrals} />
          <TeamStoriesNotice brief={stories} />
          <RelationsNotice caseId={work.row.caseId} brief={relations} />
          <NextOfCase caseId={work.row.caseId} tasks={tasks} />
          <RemediesOfCase remedies={remedies} />
        </>
      }
    />
  );
}
