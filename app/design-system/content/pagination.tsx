import { useText } from "#app/i18n/text-context.tsx";

interface PaginationProps {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly hrefOf: (page: number) => string;
}

export function Pagination({ page, pageSize, total, hrefOf }: PaginationProps) {
  const t = useText();
  if (total === 0) return null;
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = (page - 1) * pageSize + 1;
  return (
    <nav className="pagination" aria-label={t("common.list.pages")}>
      <span>{t("common.list.range", { from, to: Math.min(total, page * pageSize), total })}</span>
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          {t("common.list.previous")}
        </a>
      )}
      {page < last && (
        <a href={hrefOf(page + 1)} rel="next">
          {t("common.list.next")}
        </a>
      )}
    </nav>
  );
}
