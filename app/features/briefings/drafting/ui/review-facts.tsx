import { Heading } from "#app/design-system/content/heading.tsx";
import type { BriefingChanges } from "#app/features/briefings/drafting/briefing-changes.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { placeWords } from "./place-words.ts";

/** What reads otherwise than when it was last sent, before and after. */
export function Changes({ changes }: { readonly changes: BriefingChanges | null }) {
  const t = useText();
  if (!changes) return <p>{t("drafting.review.first")}</p>;
  if (changes.parts.length === 0 && changes.texts.length === 0) return <p>{t("drafting.review.unchanged")}</p>;
  return (
    <>
      <ul>
        {changes.parts.map((part) => (
          <li key={part}>{t(`drafting.review.changed.${part}`)}</li>
        ))}
      </ul>
      {changes.texts.map(({ place, before, after }) => (
        <details key={place} open>
          <summary>{placeWords(place, t)}</summary>
          <div className="text-pair">
            <Version title={t("drafting.review.before")} text={before} />
            <Version title={t("drafting.review.after")} text={after} />
          </div>
        </details>
      ))}
    </>
  );
}

function Version({ title, text }: { readonly title: string; readonly text: string }) {
  const t = useText();
  return (
    <div className="text-pair__original">
      <p className="note">{title}</p>
      <div dir="auto">{text || t("common.list.not-given")}</div>
    </div>
  );
}

/** Two people who look at the same words and figures see the same line. */
export function Fingerprint({ hash }: { readonly hash: string }) {
  const t = useText();
  return (
    <>
      <Heading level={2}>{t("drafting.review.fingerprint")}</Heading>
      <p className="fingerprint">
        <code dir="ltr">{hash.match(/.{8}/g)?.join(" ")}</code>
      </p>
      <p className="note">{t("drafting.review.fingerprint-why")}</p>
    </>
  );
}
