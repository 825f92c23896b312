import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { askForStory, checkStory } from "#app/features/stories/story-commands.server.ts";
import { storyStepForm } from "#app/features/stories/story-forms.ts";
import { storyParams } from "#app/features/stories/story-params.ts";
import { readCaseStory } from "#app/features/stories/story-queries.server.ts";
import { TeamStory } from "#app/features/stories/ui/team-story.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "story.read", params: storyParams }, async ({ actor, params, request }) => ({
  data: await readCaseStory(actor, params, localeOf(request)),
}));

export const action = guardedAction(
  { may: "story.ask", params: storyParams, form: storyStepForm },
  async ({ actor, params: { caseId, storyId }, form: { step, version } }) => {
    const take = step === "ask" ? askForStory : checkStory;
    const taken = await take(actor, { caseId, id: storyId, version });
    return taken.ok ? redirect(paths.caseStory(caseId, storyId)) : refused(taken.refusal);
  },
);

export default function CaseStory() {
  const t = useText();
  const { data } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={data.standing} title={t("stories.one")}>
      <TeamStory data={data} />
    </CaseFormPage>
  );
}
