import type { ReactNode } from "react";
import type { Column } from "#app/design-system/content/data-table.tsx";
import { useText } from "#app/i18n/text-context.tsx";

/** The row's picture, beside its figures: it says nothing by itself. Its head keeps it wide enough to be compared. */
export function usePictureColumn<Row>(cell: (row: Row) => ReactNode): Column<Row> {
  const t = useText();
  return {
    key: "picture",
    header: <span className="picture-column">{t("survey-results.column.picture")}</span>,
    label: "",
    cell,
  };
}
