import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import { saveStories } from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import { readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { readStoryChoices } from "#app/features/briefings/stories/edition-stories.server.ts";
import { shownStories } from "#app/features/briefings/stories/shown-stories.server.ts";
import { placeField, storyChoiceForm } from "#app/features/briefings/stories/story-choice-form.ts";
import { StoryPlaces } from "#app/features/briefings/stories/ui/story-places.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "stories.choose.heading", leave: false });

export const loader = guardedLoader(
  { may: "briefing.write", params: briefingParams },
  async ({ actor, params, request }) => {
    const { id, version, draft, tables } = await readBriefing(actor, params.briefingId);
    const { chosen, others } = await readStoryChoices(actor, draft, tables);
    return {
      briefingId: id,
      version,
      stories: shownStories([...chosen, ...others], localeOf(request)),
      defaults: Object.fromEntries(chosen.map((story, place) => [placeField(story), String(place + 1)])),
    };
  },
);

export const action = guardedAction(
  { may: "briefing.write", params: briefingParams, form: storyChoiceForm },
  async ({ actor, params, form }) => {
    const saved = await saveStories(actor, params.briefingId, form.recordVersion, form.stories);
    return saved.ok ? redirect(paths.briefingDraft(params.briefingId)) : refused(saved.refusal);
  },
);

export default function BriefingStories() {
  const t = useText();
  const { briefingId, version, stories, defaults } = useLoaderData<typeof loader>();
  const form = usePageForm();
  return (
    <Page back={paths.briefingDraft(briefingId)}>
      <Heading>{t("stories.choose.heading")}</Heading>
      <Lead>{t("stories.choose.lead")}</Lead>
      {stories.length === 0 ? (
        <EmptyState title={t("stories.choose.none")} />
      ) : (
        <Form {...form} recordVersion={version} defaults={defaults}>
          <StoryPlaces stories={stories} />
          <ButtonRow>
            <Button>{t("common.action.save")}</Button>
          </ButtonRow>
        </Form>
      )}
    </Page>
  );
}
