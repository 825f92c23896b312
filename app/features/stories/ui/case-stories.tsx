import { DataTable } from "#app/design-system/content/data-table.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import type { StoryObjection } from "#app/features/stories/story-consent.ts";
import type { ListedStory } from "#app/features/stories/story-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { Beginning, languageNames, type StorySide, StoryStateTag } from "./story-words.tsx";

interface CaseStoriesProps {
  readonly caseId: string;
  readonly stories: readonly ListedStory[];
  readonly objection: StoryObjection | null;
  readonly mayAdd: boolean;
}

/** The team's list of what may be told of a case, and why nothing may where nothing may. */
export function CaseStories({ caseId, stories, objection, mayAdd }: CaseStoriesProps) {
  const t = useText();
  return (
    <>
      <p>{t("stories.lead")}</p>
      {objection && (
        <Notice kind="warning" title={t("stories.objection.title")}>
          <p>{t(`stories.objection.${objection}`)}</p>
        </Notice>
      )}
      {stories.length > 0 ? (
        <StoriesTable caseId={caseId} stories={stories} side="team" />
      ) : (
        <EmptyState title={t("stories.none.title")}>
          <p>{t("stories.none.team")}</p>
        </EmptyState>
      )}
      {mayAdd && (
        <ButtonRow>
          <ButtonLink href={paths.caseStoryNew(caseId)}>{t("stories.new.link")}</ButtonLink>
        </ButtonRow>
      )}
    </>
  );
}

const PLACE = { team: paths.caseStory, reporter: paths.reportStory } as const;

interface StoriesTableProps {
  readonly caseId: string;
  readonly stories: readonly ListedStory[];
  readonly side: StorySide;
}

/** What it says, in which languages and how it stands; both sides read the same. */
export function StoriesTable({ caseId, stories, side }: StoriesTableProps) {
  const t = useText();
  const { list, date } = useFormats();
  return (
    <DataTable
      caption={t("stories.heading")}
      captionHidden
      rows={stories}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "text",
          header: t("stories.column.text"),
          isRowHeader: true,
          cell: (story) => (
            <a href={PLACE[side](caseId, story.id)}>
              <Beginning {...story} />
            </a>
          ),
        },
        {
          key: "languages",
          header: t("stories.column.languages"),
          cell: ({ languages }) => list(languageNames(languages)),
        },
        { key: "made", header: t("stories.column.made"), cell: ({ madeOn }) => date(madeOn, "short") },
        {
          key: "state",
          header: t("stories.column.state"),
          cell: (story) => <StoryStateTag story={story} side={side} />,
        },
      ]}
    />
  );
}
