import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { endStoryByTeam } from "#app/features/stories/story-commands.server.ts";
import { endStoryForm } from "#app/features/stories/story-forms.ts";
import { storyParams } from "#app/features/stories/story-params.ts";
import { readCaseStory } from "#app/features/stories/story-queries.server.ts";
import { EndStoryForm } from "#app/features/stories/ui/end-story-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "story.write", params: storyParams }, async ({ actor, params, request }) => {
  const { standing, story, may } = await readCaseStory(actor, params, localeOf(request));
  if (!may.end) throw notFound();
  return { standing, story };
});

export const action = guardedAction(
  { may: "story.write", params: storyParams, form: endStoryForm },
  async ({ actor, params: { caseId, storyId }, form }) => {
    const ended = await endStoryByTeam(actor, { caseId, id: storyId, ...form });
    return ended.ok ? redirect(paths.caseStories(caseId)) : refused(ended.refusal);
  },
);

export default function CaseStoryEnd() {
  const t = useText();
  const { standing, story } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("stories.end.heading")}>
      <EndStoryForm story={story} back={paths.caseStory(standing.row.caseId, story.id)} />
    </CaseFormPage>
  );
}
