import type { ReactNode } from "react";

interface HintProps {
  readonly id?: string;
  readonly children: ReactNode;
}

export function Hint({ id, children }: HintProps) {
  return (
    <div id={id} className="hint">
      {children}
    </div>
  );
}
