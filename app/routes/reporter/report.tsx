import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedLoader } from "#app/access/guard.server.ts";
import { ownReleases } from "#app/features/briefings/published/own-releases.server.ts";
import { OwnReleasesList } from "#app/features/briefings/published/ui/own-releases.tsx";
import { caseParams } from "#app/features/cases/case-params.ts";
import { readCaseRemedies } from "#app/features/cases/remedies/case-remedies.server.ts";
import { RemediesForReporter } from "#app/features/cases/remedies/ui/case-remedies.tsx";
import { reportPage } from "#app/features/cases/reporting/report-page.server.ts";
import { findOwnCaseWithReaders } from "#app/features/cases/reporting/report-queries.server.ts";
import { ReportPage } from "#app/features/cases/reporting/ui/report-page.tsx";
import { countFiles } from "#app/features/evidence/evidence-queries.server.ts";
import { FilesLink } from "#app/features/evidence/ui/files-link.tsx";
import { readConversationBrief } from "#app/features/messages/message-page.server.ts";
import { ReporterConversationNotice } from "#app/features/messages/ui/conversation-notice.tsx";
import { readReferralsBrief } from "#app/features/referrals/referral-queries.server.ts";
import { ReporterReferralsNotice } from "#app/features/referrals/ui/referrals-notice.tsx";
import { readStoriesBrief } from "#app/features/stories/story-queries.server.ts";
import { ReporterStoriesNotice } from "#app/features/stories/ui/stories-notice.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { now } from "#app/platform/clock.server.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "report.read", params: caseParams }, async ({ actor, params, request }) => {
  const read = await findOwnCaseWithReaders(actor, params.caseId);
  if (!read) throw notFound();
  const locale = localeOf(request);
  return {
    report: reportPage(read, locale),
    remedies: await readCaseRemedies(actor, read.own, locale),
    published: await ownReleases(read.own, locale),
    brief: await readConversationBrief(actor, params.caseId),
    fileCount: await countFiles(actor, params.caseId),
    referrals: await readReferralsBrief(actor, params.caseId),
    stories: await readStoriesBrief(actor, params.caseId),
    now: now().toISOString(),
  };
});

export default function Report() {
  const { report, remedies, published, brief, fileCount, referrals, stories, now } = useLoaderData<typeof loader>();
  return (
    <ReportPage
      data={report}
      now={now}
      conversation={
        <>
          <ReporterConversationNotice brief={brief} />
          <ReporterReferralsNotice brief={referrals} />
          <ReporterStoriesNotice brief={stories} />
        </>
      }
      files={
        (report.isUsable || fileCount > 0) && <FilesLink caseId={report.caseId} count={fileCount} side="reporter" />
      }
      done={<RemediesForReporter remedies={remedies} />}
      published={<OwnReleasesList data={published} />}
    />
  );
}
