import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { decideStory } from "#app/features/stories/reporter-commands.server.ts";
import { storyDecisionForm } from "#app/features/stories/story-forms.ts";
import { storyParams } from "#app/features/stories/story-params.ts";
import { readOwnStory } from "#app/features/stories/story-queries.server.ts";
import { OwnStoryPage } from "#app/features/stories/ui/own-story-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "own-story.read", params: storyParams }, ({ actor, params, request }) =>
  readOwnStory(actor, params, localeOf(request)),
);

export const action = guardedAction(
  { may: "own-story.decide", params: storyParams, form: storyDecisionForm },
  async ({ actor, params: { caseId, storyId }, form }) => {
    const decided = await decideStory(actor, caseId, storyId, form);
    return decided.ok ? redirect(paths.reportStory(caseId, storyId)) : refused(decided.refusal);
  },
);

export default function ReportStory() {
  return <OwnStoryPage {...useLoaderData<typeof loader>()} />;
}
