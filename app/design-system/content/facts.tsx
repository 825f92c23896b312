import type { ReactNode } from "react";

export interface Fact {
  readonly label: ReactNode;
  readonly value: ReactNode;
}

/** A few short facts side by side, each under its name: how something stands at a glance. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the row never changes order
        <div key={at} className="facts__fact">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
