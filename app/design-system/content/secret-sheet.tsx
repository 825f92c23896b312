import type { ReactNode } from "react";
import { useText } from "#app/i18n/text-context.tsx";

interface SecretSheetProps {
  readonly title: ReactNode;
  /** Words of the English list, or one code in one piece. */
  readonly words: readonly string[];
  /** What belongs to them on the same paper: handle, address, fingerprint. */
  readonly facts?: readonly { readonly term: ReactNode; readonly value: ReactNode }[];
  /** what to do with them, where they are not shown once and never again */
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}

/** Words to be written down or printed, as a rule shown once. The only thing on the paper besides what they open. */
export function SecretSheet({ title, words, facts = [], lead, children }: SecretSheetProps) {
  const t = useText();
  return (
    <section className="secret-sheet">
      <h2>{title}</h2>
      <p>{lead ?? t(words.length > 1 ? "common.secret.write-down" : "common.secret.write-down-code")}</p>
      <ol
        className={words.length > 1 ? "secret-sheet__words" : "secret-sheet__words secret-sheet__words--code"}
        dir="ltr"
        lang="en"
      >
        {words.map((word, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice
          <li key={at}>
            <bdi translate="no">{word}</bdi>
          </li>
        ))}
      </ol>
      {words.length > 1 && <p className="hint">{t("common.secret.english")}</p>}
      {facts.length > 0 && (
        <dl className="secret-sheet__facts">
          {facts.map(({ term, value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes order
            <div key={at}>
              <dt>{term}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {children}
    </section>
  );
}
