import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { endsAt } from "#app/access/session-content.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { ErrorSummary } from "#app/design-system/forms/error-summary.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import { approvalForm } from "#app/features/briefings/drafting/briefing-forms.ts";
import { nameOf, readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { approveBriefing } from "#app/features/briefings/drafting/briefing-review-commands.server.ts";
import { leftOutTables, shownChanges } from "#app/features/briefings/drafting/chosen-tables.server.ts";
import { shownNotices } from "#app/features/briefings/drafting/reference-options.server.ts";
import { AuditResult } from "#app/features/briefings/drafting/ui/audit-result.tsx";
import { CommentList } from "#app/features/briefings/drafting/ui/comment-list.tsx";
import { Decision } from "#app/features/briefings/drafting/ui/decision.tsx";
import { DraftName } from "#app/features/briefings/drafting/ui/draft-name.tsx";
import { NumbersToLookAt } from "#app/features/briefings/drafting/ui/numbers-to-look-at.tsx";
import { PreviewLinks } from "#app/features/briefings/drafting/ui/preview-links.tsx";
import { Changes, EditionChanges, Fingerprint } from "#app/features/briefings/drafting/ui/review-facts.tsx";
import { LeftOutTables } from "#app/features/briefings/drafting/ui/tables-preview.tsx";
import { sessionName } from "#app/features/briefings/session-name.ts";
import { shownStories } from "#app/features/briefings/stories/shown-stories.server.ts";
import { StoriesToRead } from "#app/features/briefings/stories/ui/story-places.tsx";
import { beginRelease } from "#app/features/briefings/work/briefing-work-commands.server.ts";
import { readWork } from "#app/features/briefings/work/briefing-work-queries.server.ts";
import { WorkNotice } from "#app/features/briefings/work/ui/work-notice.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.review.heading", leave: false });

export const loader = guardedLoader(
  { may: "briefing.read", params: briefingParams },
  async ({ actor, params, request }) => {
    const view = await readBriefing(actor, params.briefingId);
    const {
      id,
      state,
      hash,
      isApproved,
      isMine,
      areTablesFresh,
      changes,
      numbers,
      comments,
      tables,
      draft,
      sinceEdition,
    } = view;
    const release = tables?.release ?? null;
    return {
      ...{ briefingId: id, hash: hash ?? "", isApproved, isMine, areTablesFresh, comments },
      notices: shownNotices(draft, release, numbers, localeOf(request)),
      changes: changes && shownChanges(changes, localeOf(request)),
      edition: sinceEdition && {
        session: sinceEdition.session,
        changes: shownChanges(sinceEdition, localeOf(request)),
      },
      leavesOutFollowUp: sinceEdition !== null && view.last !== null && !draft.followUp,
      role: actor.role,
      work: await readWork(actor, params.briefingId),
      name: nameOf(view, localeOf(request)),
      isInReview: state === "in_review",
      locales: tables ? draft.specification.locales.filter((locale) => draft.texts[locale]) : [],
      leftOut: tables ? leftOutTables(tables.release, localeOf(request)) : [],
      audit: tables?.release.certificate ?? null,
      stories: view.stories && shownStories(view.stories, localeOf(request)),
      storyCount: draft.stories?.length ?? 0,
    };
  },
);

export const action = guardedAction(
  { may: "briefing.approve", params: briefingParams, form: approvalForm, reauthenticated: true },
  async ({ actor, params: { briefingId }, form, session }) => {
    if (actor.role === "editor") {
      const approved = await approveBriefing(actor, briefingId, form.hash);
      return approved.ok ? redirect(paths.briefingDraft(briefingId)) : refused(approved.refusal);
    }
    const begun = await beginRelease(actor, briefingId, form.hash, endsAt(session.content));
    return begun.ok ? redirect(paths.briefingWork(briefingId), 303) : refused(begun.refusal);
  },
);

export default function BriefingReview() {
  const t = useText();
  const {
    briefingId,
    locales,
    changes,
    edition,
    leavesOutFollowUp,
    notices,
    leftOut,
    audit,
    comments,
    hash,
    stories,
    storyCount,
    work,
    name,
    ...decision
  } = useLoaderData<typeof loader>();
  const form = usePageForm();
  return (
    <Page width="page" back={paths.briefingDraft(briefingId)} caption={<DraftName {...name} />}>
      {form.result && <ErrorSummary refusal={form.result.refusal} />}
      <Heading>{t("drafting.review.heading")}</Heading>
      <Lead>{t("drafting.review.lead")}</Lead>
      <Heading level={2}>{t("drafting.review.read")}</Heading>
      <PreviewLinks briefingId={briefingId} locales={locales} />
      <Heading level={2}>{t("drafting.review.changes")}</Heading>
      {changes ? <Changes changes={changes} isOpen /> : <p>{t("drafting.review.first")}</p>}
      {edition && (
        <>
          <Heading level={2}>{t("writing.edition.heading", { session: sessionName(edition.session, t) })}</Heading>
          {leavesOutFollowUp && (
            <Notice>
              <p>{t("writing.follow-up.left-out")}</p>
            </Notice>
          )}
          <EditionChanges changes={edition.changes} />
        </>
      )}
      <Heading level={2}>{t("drafting.review.stories")}</Heading>
      <StoriesToRead stories={stories} count={storyCount} />
      <Heading level={2}>{t("drafting.review.numbers")}</Heading>
      <NumbersToLookAt notices={notices} />
      <LeftOutTables leftOut={leftOut} />
      {audit && <AuditResult audit={audit} />}
      {decision.role === "guardian" && (
        <p>
          <a href={paths.briefingProtection(briefingId)}>{t("drafting.protection.link")}</a>
        </p>
      )}
      {comments.length > 0 && (
        <>
          <Heading level={2}>{t("drafting.overview.comments")}</Heading>
          <CommentList comments={comments} />
        </>
      )}
      {hash && <Fingerprint hash={hash} />}
      <WorkNotice briefingId={briefingId} work={work} />
      {work?.standing !== "running" && <Decision form={form} briefingId={briefingId} hash={hash} {...decision} />}
    </Page>
  );
}
