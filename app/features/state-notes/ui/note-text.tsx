import { Heading } from "#app/design-system/content/heading.tsx";
import { ContentWords } from "#app/features/referrals/ui/referral-content-view.tsx";
import type { NotePageData } from "#app/features/state-notes/state-note-page.ts";
import { directionOf } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";

/** All of it as it will be read, in the order in which it will be read; the page around it keeps its own language. */
export function NoteText({ note }: { readonly note: NotePageData }) {
  const t = useText();
  const { words, parts, language } = note;
  if (!words) return <p className="quiet">{t("referrals.preview.gone")}</p>;
  const shown = parts.flatMap(({ referralId, content }) => (content ? [{ referralId, content }] : []));
  return (
    <section aria-labelledby="preview">
      <Heading level={2} id="preview">
        {t("referrals.preview.heading")}
      </Heading>
      <p>{t("state-notes.preview.lead")}</p>
      <div className="card" lang={language} dir={directionOf(language)}>
        {words.letter ? (
          <div className="typed" dir="auto">
            {words.letter}
          </div>
        ) : (
          <p className="quiet">{t("state-notes.letter.none")}</p>
        )}
      </div>
      {words.asks.length > 0 && <Asks asks={words.asks} language={language} />}
      {shown.map(({ referralId, content }, at) => (
        <section key={referralId}>
          <Heading level={2}>{t("state-notes.part.title", { number: at + 1 })}</Heading>
          <p>
            <bdi>{content.reference}</bdi>
          </p>
          <ContentWords content={content} />
        </section>
      ))}
    </section>
  );
}

function Asks({ asks, language }: { readonly asks: readonly string[] } & Pick<NotePageData, "language">) {
  const t = useText();
  return (
    <>
      <Heading level={3}>{t("state-notes.asks.heading")}</Heading>
      <ol lang={language} dir={directionOf(language)}>
        {asks.map((ask) => (
          <li key={ask} dir="auto">
            {ask}
          </li>
        ))}
      </ol>
    </>
  );
}
