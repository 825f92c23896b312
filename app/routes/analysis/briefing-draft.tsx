import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import { nameOf, readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { nextSteps, stepsOf } from "#app/features/briefings/drafting/briefing-steps.ts";
import { CommentList } from "#app/features/briefings/drafting/ui/comment-list.tsx";
import { Moves } from "#app/features/briefings/drafting/ui/moves.tsx";
import { ObstacleList } from "#app/features/briefings/drafting/ui/obstacle-list.tsx";
import { StateTag } from "#app/features/briefings/drafting/ui/state-tag.tsx";
import { StepList } from "#app/features/briefings/drafting/ui/step-list.tsx";
import { Turn } from "#app/features/briefings/drafting/ui/turn.tsx";
import { WrittenGrid } from "#app/features/briefings/drafting/ui/written-grid.tsx";
import { writtenParts } from "#app/features/briefings/drafting/written-parts.ts";
import { sessionName } from "#app/features/briefings/session-name.ts";
import { readWork } from "#app/features/briefings/work/briefing-work-queries.server.ts";
import { WorkNotice } from "#app/features/briefings/work/ui/work-notice.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.page.one", leave: false });

export const loader = guardedLoader(
  { may: "briefing.read", params: briefingParams },
  async ({ actor, params, request }) => {
    const view = await readBriefing(actor, params.briefingId);
    return {
      briefingId: view.id,
      role: actor.role,
      state: view.state,
      ...nameOf(view, localeOf(request)),
      steps: stepsOf(view),
      next: nextSteps(view),
      written: view.state === "draft" && actor.role === "editor" ? writtenParts(view.draft) : null,
      obstacles: view.state === "draft" ? view.obstacles : [],
      hasTables: view.hasTables,
      comments: view.comments,
      work: await readWork(actor, params.briefingId),
      slug: view.release?.slug ?? null,
    };
  },
);

export default function BriefingDraft() {
  const t = useText();
  const { title, session, state, next, steps, written, obstacles, comments, slug, work, ...place } =
    useLoaderData<typeof loader>();
  const { briefingId, role, hasTables } = place;
  return (
    <Page width="page" back={paths.briefingDrafts()} caption={sessionName(session, t)}>
      <Heading beside={<StateTag state={state} />}>
        <bdi>{title || t("drafting.untitled")}</bdi>
      </Heading>
      <WorkNotice briefingId={briefingId} work={work} />
      <Turn next={next} role={role} />
      <Moves briefingId={briefingId} state={state} role={role} slug={slug} />
      <StepList briefingId={briefingId} steps={steps} role={role} isDraft={state === "draft"} hasTables={hasTables} />
      {role === "guardian" && state !== "draft" && (
        <p>
          <a href={paths.briefingProtection(briefingId)}>{t("drafting.protection.link")}</a>
        </p>
      )}
      {written && <WrittenGrid briefingId={briefingId} {...written} />}
      {obstacles.length > 0 && (
        <>
          <Heading level={2}>{t("drafting.overview.obstacles")}</Heading>
          <ObstacleList briefingId={briefingId} obstacles={obstacles} role={role} />
        </>
      )}
      {comments.length > 0 && (
        <>
          <Heading level={2}>{t("drafting.overview.comments")}</Heading>
          <CommentList comments={comments} />
        </>
      )}
    </Page>
  );
}
