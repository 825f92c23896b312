import type { ReactNode } from "react";

interface EmptyStateProps {
  readonly title: ReactNode;
  /** What to do now. */
  readonly children?: ReactNode;
}

export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-state__title">{title}</p>
      {children}
    </div>
  );
}
