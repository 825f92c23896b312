import type { ReactNode } from "react";
import { BackLink } from "./back-link.tsx";
import { MAIN_ID } from "./skip-link.tsx";

interface PageProps {
  /** `reading` for people who report, `page` for two columns, `table` for people who work in lists. */
  readonly width?: "reading" | "page" | "table";
  readonly back?: string | { readonly href: string; readonly label: string };
  /** Where in a longer way this is: "What happened, 2 of 5". */
  readonly caption?: ReactNode;
  /** Stands beside the text where there is room, below it where there is not. */
  readonly aside?: ReactNode;
  /** Stands under both over the whole width. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

/** The main part of a page. */
export function Page({ width = "reading", back, caption, aside, below, children }: PageProps) {
  return (
    <main id={MAIN_ID} tabIndex={-1} className={`page page--${width}`}>
      {(back || caption) && (
        <p className="page__way">
          {back && <BackLink to={back} />}
          {caption && <span>{caption}</span>}
        </p>
      )}
      {aside ? (
        <div className="page__columns">
          <div className="page__main">{children}</div>
          <aside className="page__aside">{aside}</aside>
        </div>
      ) : (
        <div className="page__main">{children}</div>
      )}
      {below}
    </main>
  );
}
