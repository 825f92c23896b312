import { useText } from "#app/i18n/text-context.tsx";

export interface Chip {
  readonly label: string;
  readonly href: string;
  /** In force now. */
  readonly active?: boolean;
  /** The link takes this filter away. */
  readonly removes?: boolean;
}

/** Filters in one row, as links: each is an address of its own. */
export function Chips({ label, chips }: { readonly label: string; readonly chips: readonly Chip[] }) {
  const t = useText();
  return (
    <ul className="chips" aria-label={label}>
      {chips.map(({ label: words, href, active, removes }) => (
        <li key={words}>
          <a
            className="chip"
            href={href}
            aria-current={active ? "true" : undefined}
            aria-label={removes ? t("common.list.remove-filter", { filter: words }) : undefined}
          >
            {words}
            {removes && <span aria-hidden="true"> ×</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
