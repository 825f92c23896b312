import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import type { ShownFinding, TeamStoryPage } from "#app/features/stories/story-page.ts";
import { OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { StoryText } from "./story-words.tsx";

/** Each text with what was found in it, and what would mend each: what has to go, and what a person judges. */
export function Findings({ data: { story, findings, tellsTooMuch } }: { readonly data: TeamStoryPage }) {
  const t = useText();
  if (story.texts.length === 0) return <p className="note">{t("stories.gone")}</p>;
  const isClean = findings !== null && Object.values(findings).every((found) => !found?.length);
  return (
    <>
      {findings === null && (
        <Notice kind="information" title={t("stories.finder.waits")}>
          <p>{t("stories.finder.waits-why")}</p>
        </Notice>
      )}
      {tellsTooMuch && <Notice kind="warning" title={t("stories.finder.stops")} />}
      {isClean && <p>{t("stories.finder.nothing")}</p>}
      {story.texts.map((text) => (
        <section key={text.locale}>
          <Heading level={2}>
            <span lang={text.locale}>{OWN_NAMES[text.locale]}</span>
          </Heading>
          <StoryText {...text} />
          <Found findings={findings?.[text.locale] ?? []} />
        </section>
      ))}
    </>
  );
}

function Found({ findings }: { readonly findings: readonly ShownFinding[] }) {
  const t = useText();
  if (findings.length === 0) return null;
  return (
    <ul>
      {distinct(findings).map(({ kind, words, isHard }) => (
        <li key={`${kind} ${words}`}>
          <b>
            <bdi>{words}</bdi>
          </b>{" "}
          <Tag tone={isHard ? "red" : "amber"}>{t(`stories.finding.${kind}`)}</Tag>
          <br />
          <span className="note">{t(`stories.mend.${kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}

/** A word that stands there ten times is one thing to mend. */
function distinct(findings: readonly ShownFinding[]): readonly ShownFinding[] {
  return [...new Map(findings.map((one) => [`${one.kind} ${one.words}`, one])).values()];
}
