import type { MarkedTable } from "#app/features/briefings/drafting/chosen-table.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

/** For analysts: what the marks cost, and what would cost less. */
export function TableMarks({ tables }: { readonly tables: readonly MarkedTable[] }) {
  const t = useText();
  const { percent } = useFormats();
  return (
    <ul>
      {tables.map(({ id, title, cells, withheld, coarser }) => (
        <li key={id}>
          <b>{t("common.list.labelled", { label: title })}</b> {t("drafting.tables.marks", { withheld, cells })}{" "}
          {coarser &&
            t("drafting.tables.coarser", { title: coarser.title, small: coarser.small, cells: coarser.cells })}{" "}
          {coarser?.keepsRatio !== undefined &&
            t("drafting.tables.coarser-keeps", {
              kept: percent(coarser.keepsRatio),
              present: percent(coarser.presentRatio ?? 0),
            })}
        </li>
      ))}
    </ul>
  );
}
