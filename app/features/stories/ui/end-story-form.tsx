import { Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import type { StoryPageData } from "#app/features/stories/story-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { Beginning } from "./story-words.tsx";

interface EndStoryFormProps {
  readonly story: StoryPageData;
  readonly back: string;
}

/** To end a story for good; where only the team has seen it, it goes without a trace. */
export function EndStoryForm({ story, back }: EndStoryFormProps) {
  const t = useText();
  return (
    <Form {...usePageForm()} recordVersion={story.version}>
      <Lead>{t("stories.end.lead")}</Lead>
      <p>
        <Beginning {...story} />
      </p>
      <ButtonRow>
        <Button look="danger">{t("stories.end.button")}</Button>
        <ButtonLink href={back} look="secondary">
          {t("common.action.keep")}
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}
