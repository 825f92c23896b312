import type { ReactNode } from "react";

interface HeadingProps {
  readonly level?: 1 | 2 | 3;
  /** Counts and states in smaller type beside it: "38 open · 3 overdue". */
  readonly beside?: ReactNode;
  readonly id?: string;
  readonly children: ReactNode;
}

export function Heading({ level = 1, beside, id, children }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag className={`heading heading--${level}`} id={id}>
      {children}
      {beside && (
        <>
          {" "}
          <span className="heading__beside">{beside}</span>
        </>
      )}
    </Tag>
  );
}

/** The first paragraph, which says what the page is about. */
export function Lead({ children }: { readonly children: ReactNode }) {
  return <p className="lead">{children}</p>;
}
