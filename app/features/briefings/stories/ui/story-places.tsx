import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import type { ShownStory } from "#app/features/briefings/stories/shown-story.ts";
import { PLACES, placeField } from "#app/features/briefings/stories/story-choice-form.ts";
import { StoryTexts } from "#app/features/stories/ui/story-words.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

/** Every story that may be printed, each with its place or none. */
export function StoryPlaces({ stories }: { readonly stories: readonly ShownStory[] }) {
  const t = useText();
  const { number } = useFormats();
  return stories.map((story, at) => (
    <section key={story.id} className="ask-choice">
      <Heading level={2}>{t("stories.choose.number", { number: number(at + 1) })}</Heading>
      <ObstacleNotice story={story} />
      <StoryTexts texts={story.texts} beside={story.beside} />
      {story.texts.length > 0 && (
        <Select
          name={placeField(story)}
          label={t("stories.choose.place")}
          size="medium"
          empty={t("stories.choose.out")}
          options={PLACES.map((place) => ({ value: place, label: number(Number(place)) }))}
        />
      )}
    </section>
  ));
}

/** The chosen ones in their order, for whoever reads and decides. */
export function StoriesToRead({
  stories,
  count,
}: {
  readonly stories: readonly ShownStory[] | null;
  readonly count: number;
}) {
  const t = useText();
  if (count === 0) return <p>{t("stories.review.none")}</p>;
  if (!stories) return <p>{t("stories.review.not-yours", { count })}</p>;
  return stories.map((story) => (
    <div key={story.id}>
      <ObstacleNotice story={story} />
      <StoryTexts texts={story.texts} beside={story.beside} />
    </div>
  ));
}

function ObstacleNotice({ story: { obstacle } }: { readonly story: ShownStory }) {
  const t = useText();
  if (!obstacle) return null;
  return (
    <Notice kind="warning" title={t("stories.choose.cannot")}>
      <p>{t(`stories.obstacle.${obstacle}`)}</p>
    </Notice>
  );
}
