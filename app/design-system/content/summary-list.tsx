import type { ReactNode } from "react";
import { useText } from "#app/i18n/text-context.tsx";

export interface SummaryRow {
  readonly term: string;
  /** Null or empty is said as "Not given". */
  readonly value: ReactNode;
  /** Where this answer can be changed. */
  readonly changeHref?: string;
  /** Another word than "Change". */
  readonly changeLabel?: string;
}

/** Answers to check before they are sent, each with its way back. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  const t = useText();
  return (
    <dl className="summary-list">
      {rows.map(({ term, value, changeHref, changeLabel }) => (
        <div key={term} className="summary-list__row">
          <dt>{term}</dt>
          <dd className="summary-list__value">
            {value === null || value === undefined || value === "" ? (
              <i className="quiet">{t("common.list.not-given")}</i>
            ) : (
              value
            )}
          </dd>
          {changeHref && (
            <dd className="summary-list__change">
              <a href={changeHref}>
                {changeLabel ?? t("common.action.change")} <span className="visually-hidden">{term}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
