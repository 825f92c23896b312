import type { ReactNode } from "react";

export interface Figure {
  readonly value: ReactNode;
  readonly label: ReactNode;
  /** Change, n or source. */
  readonly note?: ReactNode;
}

/** Up to five figures side by side; below each other on a small screen. */
export function FigureRow({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="figure-row">
      {figures.map(({ value, label, note }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the row never changes order
        <div key={at} className="figure-row__figure">
          <dt>{label}</dt>
          <dd className="figure-row__value">{value}</dd>
          {note && <dd className="figure-row__note">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
