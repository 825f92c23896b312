import { Heading } from "#app/design-system/content/heading.tsx";
import type { OwnStory } from "#app/features/briefings/published/own-stories.ts";
import { Beginning, StoryStateTag } from "#app/features/stories/ui/story-words.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface OwnStoriesProps {
  readonly caseId: string;
  readonly stories: readonly OwnStory[];
}

/** Every text that was written of a report, how it stands, and where it is printed. */
export function OwnStories({ caseId, stories }: OwnStoriesProps) {
  const t = useText();
  return (
    <>
      <Heading level={2}>{t("stories.reporter.heading")}</Heading>
      {stories.length === 0 && <p>{t("stories.reporter.none")}</p>}
      <ul>
        {stories.map((story) => (
          <li key={story.id}>
            <a href={paths.reportStory(caseId, story.id)}>
              <Beginning {...story} />
            </a>{" "}
            <StoryStateTag story={story} side="reporter" />
            <Printed story={story} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Printed({ story: { printedIn } }: { readonly story: OwnStory }) {
  const t = useText();
  if (printedIn.length === 0) return null;
  return (
    <>
      <br />
      <span className="note">{t("common.list.labelled", { label: t("stories.printed.label") })}</span>{" "}
      {printedIn.map(({ slug, state, kicker }, place) => (
        <span key={slug}>
          {place > 0 && " · "}
          <a href={paths.briefing(slug)}>{kicker}</a>
          {state === "withdrawn" && ` (${t("stories.printed.withdrawn")})`}
        </span>
      ))}
    </>
  );
}
