import type { ReactNode } from "react";

/** Filters of a list in one row. Each is a menu that opens without scripts, a link, or a button of a form. */
export function FilterBar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className="filter-bar" aria-label={label}>
      {children}
    </section>
  );
}

interface FilterMenuProps {
  /** "Urgency: any" */
  readonly title: ReactNode;
  /** Something is chosen. */
  readonly active: boolean;
  readonly children: ReactNode;
}

/** One filter: says what is chosen and opens what can be. Menus of one name close each other where browsers know how. */
export function FilterMenu({ title, active, children }: FilterMenuProps) {
  return (
    <details className="filter-menu" name="filter">
      <summary className={active ? "chip chip--chosen" : "chip"}>{title}</summary>
      <div className="filter-menu__panel">{children}</div>
    </details>
  );
}

export interface FilterChoice {
  readonly label: string;
  readonly href: string;
  readonly chosen: boolean;
  /** how many it would show */
  readonly count?: number;
}

export function FilterLinks({ choices }: { readonly choices: readonly FilterChoice[] }) {
  return (
    <ul className="filter-menu__choices">
      {choices.map(({ label, href, chosen, count }) => (
        <li key={href}>
          <a href={href} aria-current={chosen ? "true" : undefined}>
            {label}
            {count !== undefined && <span className="quiet"> {count}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
