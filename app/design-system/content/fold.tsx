import type { ReactNode } from "react";

interface FoldProps {
  readonly label: ReactNode;
  readonly children: ReactNode;
}

/** What few readers need waits behind one line; it opens without scripts. */
export function Fold({ label, children }: FoldProps) {
  return (
    <details className="fold">
      <summary>{label}</summary>
      {children}
    </details>
  );
}
