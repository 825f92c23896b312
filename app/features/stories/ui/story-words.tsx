import { Notice } from "#app/design-system/content/notice.tsx";
import { Tag, type TagTone } from "#app/design-system/content/tag.tsx";
import type { StoryPrecision } from "#app/features/disclosure/narratives/story-precision.ts";
import type { StoryState } from "#app/features/stories/story.ts";
import type { ListedStory, ShownText, StoryPageData } from "#app/features/stories/story-page.ts";
import { directionOf, type Locale, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

export type StorySide = "team" | "reporter";

const TONES: Readonly<Record<StoryState, TagTone>> = {
  draft: "quiet",
  asked: "amber",
  approved: "glacier",
  declined: "red",
  ended: "quiet",
};

export function StoryStateTag({
  story: { state, answer },
  side,
}: {
  readonly story: ListedStory;
  readonly side: StorySide;
}) {
  const t = useText();
  const shown = state === "declined" && answer?.kind === "taken-back" ? "taken-back" : state;
  return <Tag tone={TONES[state]}>{t(`stories.state.${side}.${shown}`)}</Tag>;
}

/** A text in its own language and direction, whatever stands around it. */
export function StoryText({ locale, paragraphs }: ShownText) {
  return (
    <blockquote className="story" lang={locale} dir={directionOf(locale)}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </blockquote>
  );
}

/** Every text, each under the name of its language, and what would stand beside it. */
export function StoryTexts({ texts, beside }: Pick<StoryPageData, "texts" | "beside">) {
  const t = useText();
  const { list } = useFormats();
  if (texts.length === 0) return <p className="note">{t("stories.gone")}</p>;
  return (
    <>
      {texts.map((text) => (
        <section key={text.locale} aria-label={OWN_NAMES[text.locale]}>
          <p className="note" lang={text.locale}>
            {OWN_NAMES[text.locale]}
          </p>
          <StoryText {...text} />
        </section>
      ))}
      <p className="note">
        {beside.length > 0 ? t("stories.beside.shown", { words: list(beside) }) : t("stories.beside.none")}
      </p>
    </>
  );
}

/** How closely it may say when, where and how much. */
export function PrecisionNotice({ precision }: { readonly precision: StoryPrecision }) {
  const t = useText();
  return (
    <Notice kind="sealed" title={t("stories.precision.title")}>
      <ul>
        <li>{t("stories.precision.always")}</li>
        <li>{t(`stories.precision.time.${precision.time}`)}</li>
        <li>{t(`stories.precision.place.${precision.place}`)}</li>
        <li>{t(`stories.precision.amount.${precision.amount}`)}</li>
      </ul>
    </Notice>
  );
}

/** The beginning of a text, isolated, in the language it is in. */
export function Beginning({ languages, beginning }: Pick<ListedStory, "languages" | "beginning">) {
  const t = useText();
  if (beginning === "") return <>{t("stories.gone")}</>;
  return <bdi {...(languages.length === 1 && { lang: languages[0] })}>{beginning}</bdi>;
}

export const languageNames = (languages: readonly Locale[]): string[] => languages.map((one) => OWN_NAMES[one]);
