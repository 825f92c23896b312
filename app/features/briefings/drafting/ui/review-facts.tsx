import { Heading } from "#app/design-system/content/heading.tsx";
import type { AskCode } from "#app/features/briefings/asks.ts";
import type { ShownChanges } from "#app/features/briefings/drafting/briefing-changes.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { placeWords } from "./place-words.ts";

interface ChangesProps {
  readonly changes: ShownChanges;
  /** whether every text stands open: right where few have changed */
  readonly isOpen?: boolean;
}

/** What reads otherwise than when it was last sent, before and after. */
export function Changes({ changes, isOpen = false }: ChangesProps) {
  const t = useText();
  const { parts, texts } = changes;
  if (parts.length === 0 && texts.length === 0) return <p>{t("drafting.review.unchanged")}</p>;
  return (
    <>
      <ul>
        {parts.map((part) => (
          <li key={part}>{t(`drafting.review.changed.${part}`)}</li>
        ))}
      </ul>
      <Differences changes={changes} />
      <ChangedTexts texts={texts} isOpen={isOpen} />
    </>
  );
}

/** What this briefing has that the last one had not, and what it leaves out. Its figures are always others. */
export function EditionChanges({ changes }: Pick<ChangesProps, "changes">) {
  return (
    <>
      <Differences changes={changes} />
      <ChangedTexts texts={changes.texts} isOpen={false} />
    </>
  );
}

/** Tables by name, asks by code and words. */
function Differences({ changes: { tables, asks } }: Pick<ChangesProps, "changes">) {
  const t = useText();
  const words = (codes: readonly AskCode[]) =>
    codes.map((code) => t("briefings.chart.bar", { label: code, value: t(`asks.text.${code}`) }));
  const lists = [
    { key: "tables-added", items: tables.added },
    { key: "tables-removed", items: tables.removed },
    { key: "asks-added", items: words(asks.added) },
    { key: "asks-removed", items: words(asks.removed) },
  ] as const;
  return lists
    .filter(({ items }) => items.length > 0)
    .map(({ key, items }) => (
      <section key={key}>
        <Heading level={3}>{t(`writing.edition.${key}`)}</Heading>
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </section>
    ));
}

function ChangedTexts({ texts, isOpen }: Pick<ShownChanges, "texts"> & { readonly isOpen: boolean }) {
  const t = useText();
  return texts.map(({ place, before, after }) => (
    <details key={place} open={isOpen}>
      <summary>{placeWords(place, t)}</summary>
      <div className="text-pair">
        <Version title={t("drafting.review.before")} text={before} />
        <Version title={t("drafting.review.after")} text={after} />
      </div>
    </details>
  ));
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
