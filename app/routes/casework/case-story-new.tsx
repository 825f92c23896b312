import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { draftStory } from "#app/features/stories/story-commands.server.ts";
import { storyForm } from "#app/features/stories/story-forms.ts";
import { readStoryForm } from "#app/features/stories/story-queries.server.ts";
import { StoryForm } from "#app/features/stories/ui/story-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "story.write", params: caseParams }, ({ actor, params, request }) =>
  readStoryForm(actor, params.caseId, localeOf(request)),
);

export const action = guardedAction(
  { may: "story.write", params: caseParams, form: storyForm },
  async ({ actor, params: { caseId }, form }) => {
    const drafted = await draftStory(actor, caseId, form);
    return drafted.ok ? redirect(paths.caseStory(caseId, drafted.value.storyId)) : refused(drafted.refusal);
  },
);

export default function CaseStoryNew() {
  const t = useText();
  const { standing, choices } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("stories.new.heading")}>
      <StoryForm choices={choices} />
    </CaseFormPage>
  );
}
