import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { COMMENT_MAX } from "#app/features/stories/story.ts";
import type { StoryPageData } from "#app/features/stories/story-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { StoryStateTag, StoryTexts } from "./story-words.tsx";

interface OwnStoryPageProps {
  readonly caseId: string;
  readonly reference: string;
  readonly story: StoryPageData;
}

/** One story as its reporter sees it: word for word what would be printed, and a yes, a no, or no more. */
export function OwnStoryPage({ caseId, reference, story }: OwnStoryPageProps) {
  const t = useText();
  const isQuestion = story.state === "asked";
  return (
    <Page back={paths.reportPublished(caseId)} caption={<bdi>{reference}</bdi>}>
      <Heading beside={<StoryStateTag story={story} side="reporter" />}>
        {t(isQuestion ? "stories.reporter.asked" : "stories.one")}
      </Heading>
      {isQuestion && (
        <Notice kind="warning" title={t("stories.reporter.asked-title")}>
          <p>{t("stories.reporter.asked-why")}</p>
        </Notice>
      )}
      <StoryTexts texts={story.texts} beside={story.beside} />
      <Word story={story} isQuestion={isQuestion} />
    </Page>
  );
}

/** After what it is about, so that nobody says yes to what they have not seen. */
function Word({
  story: { state, version, hash },
  isQuestion,
}: {
  readonly story: StoryPageData;
  readonly isQuestion: boolean;
}) {
  const t = useText();
  const form = usePageForm();
  if (!isQuestion && state !== "approved") return null;
  return (
    <Form {...form} recordVersion={version}>
      <input type="hidden" name="hash" value={hash} />
      <TextArea
        name="comment"
        label={t("stories.reporter.comment")}
        hint={t("stories.reporter.comment-hint")}
        rows={3}
        maxLength={COMMENT_MAX}
        optional
      />
      {isQuestion ? (
        <ButtonRow>
          <Button name="decision" value="decline" look="secondary">
            {t("stories.reporter.decline")}
          </Button>
          <Button name="decision" value="approve">
            {t("stories.reporter.approve")}
          </Button>
        </ButtonRow>
      ) : (
        <>
          <p>{t("stories.reporter.take-back-why")}</p>
          <ButtonRow>
            <Button name="decision" value="take_back" look="danger">
              {t("stories.reporter.take-back")}
            </Button>
          </ButtonRow>
        </>
      )}
    </Form>
  );
}
