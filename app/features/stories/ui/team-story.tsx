import { Facts } from "#app/design-system/content/facts.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import type { TeamStoryPage } from "#app/features/stories/story-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { Findings } from "./findings.tsx";
import { PrecisionNotice, StoryStateTag } from "./story-words.tsx";

/** One story as the team sees it: how it stands, what the finder says of it, and what can be done next. */
export function TeamStory({ data }: { readonly data: TeamStoryPage }) {
  const t = useText();
  const { story, objection, precision, may } = data;
  return (
    <>
      <StoryFacts data={data} />
      {story.answer && <Answer answer={story.answer} />}
      {objection && (
        <Notice kind="warning" title={t("stories.objection.title")}>
          <p>{t(`stories.objection.${objection}`)}</p>
        </Notice>
      )}
      {may.write && <PrecisionNotice precision={precision} />}
      <Findings data={data} />
      {(may.ask || may.check) && <Steps data={data} />}
      <Links data={data} />
    </>
  );
}

function StoryFacts({ data: { story, writtenBy } }: { readonly data: TeamStoryPage }) {
  const t = useText();
  const { list, date } = useFormats();
  return (
    <Facts
      facts={[
        { label: t("stories.column.state"), value: <StoryStateTag story={story} side="team" /> },
        { label: t("stories.column.made"), value: date(story.madeOn, "short") },
        { label: t("stories.column.written-by"), value: t.dynamic(`stories.written-by.${writtenBy}`) },
        ...(story.approvedOn ? [{ label: t("stories.column.approved"), value: date(story.approvedOn, "short") }] : []),
        {
          label: t("stories.column.beside"),
          value: story.beside.length > 0 ? list(story.beside) : t("stories.beside.none"),
        },
      ]}
    />
  );
}

function Answer({ answer }: { readonly answer: NonNullable<TeamStoryPage["story"]["answer"]> }) {
  const t = useText();
  const { date } = useFormats();
  return (
    <Notice kind="warning" title={t(`stories.answer.${answer.kind}`, { date: date(answer.on, "short") })}>
      {answer.comment !== "" && <p dir="auto">{answer.comment}</p>}
    </Notice>
  );
}

function Steps({ data: { story, may } }: { readonly data: TeamStoryPage }) {
  const t = useText();
  return (
    <Form {...usePageForm()} recordVersion={story.version}>
      {may.ask && (
        <>
          <p>{t("stories.ask.why")}</p>
          <Checkbox name="read" label={t("stories.ask.read")} />
        </>
      )}
      <ButtonRow>
        {may.check && (
          <Button name="step" value="check" look="secondary">
            {t("stories.check.button")}
          </Button>
        )}
        {may.ask && (
          <Button name="step" value="ask">
            {t("stories.ask.button")}
          </Button>
        )}
      </ButtonRow>
    </Form>
  );
}

function Links({ data: { standing, story, may } }: { readonly data: TeamStoryPage }) {
  const t = useText();
  const { caseId } = standing.row;
  return (
    <ButtonRow>
      {may.write && (
        <ButtonLink href={paths.caseStoryChange(caseId, story.id)} look="secondary">
          {t("stories.change.link")}
        </ButtonLink>
      )}
      {may.end && (
        <ButtonLink href={paths.caseStoryEnd(caseId, story.id)} look="secondary">
          {t("stories.end.link")}
        </ButtonLink>
      )}
    </ButtonRow>
  );
}
