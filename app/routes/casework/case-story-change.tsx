import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Notice } from "#app/design-system/content/notice.tsx";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { changeStory } from "#app/features/stories/story-commands.server.ts";
import { changeStoryForm } from "#app/features/stories/story-forms.ts";
import { storyParams } from "#app/features/stories/story-params.ts";
import { readKeptStory } from "#app/features/stories/story-queries.server.ts";
import { StoryForm } from "#app/features/stories/ui/story-form.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "story.write", params: storyParams }, ({ actor, params, request }) =>
  readKeptStory(actor, params, localeOf(request)),
);

export const action = guardedAction(
  { may: "story.write", params: storyParams, form: changeStoryForm },
  async ({ actor, params: { caseId, storyId }, form: { version, form } }) => {
    const changed = await changeStory(actor, { caseId, id: storyId, version }, form);
    return changed.ok ? redirect(paths.caseStory(caseId, storyId)) : refused(changed.refusal);
  },
);

export default function CaseStoryChange() {
  const t = useText();
  const { standing, choices, state, version, values } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("stories.change.heading")}>
      {state !== "draft" && <Notice kind="warning" title={t("stories.change.voids")} />}
      <StoryForm choices={choices} version={version} values={values} />
    </CaseFormPage>
  );
}
