import type { ReactNode } from "react";

interface CardProps {
  readonly title?: ReactNode;
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

/** A white sheet on the paper: what belongs together beside or between the text. */
export function Card({ title, level = 2, children }: CardProps) {
  const Tag = `h${level}` as const;
  return (
    <section className="card">
      {title && <Tag className="card__title">{title}</Tag>}
      {children}
    </section>
  );
}
