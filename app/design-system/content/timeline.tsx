import type { ReactNode } from "react";

export interface TimelineEntry {
  readonly key: string;
  /** As words: "14 November 2026". */
  readonly when: ReactNode;
  readonly title: ReactNode;
  readonly body?: ReactNode;
  /** Whose entry: the reader's own ones are washed. */
  readonly own?: boolean;
}

/** What happened, in order; messages and history use the same. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map(({ key, when, title, body, own }) => (
        <li key={key} className={own ? "timeline__entry timeline__entry--own" : "timeline__entry"}>
          <p className="timeline__when">{when}</p>
          <div className="timeline__title">{title}</div>
          {body && <div className="timeline__body">{body}</div>}
        </li>
      ))}
    </ol>
  );
}
