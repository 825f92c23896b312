import type { Locale } from "#app/i18n/locales.ts";
import type { Text } from "#app/i18n/text.tsx";
import { type Dimension, type LabelOf, labelListOf } from "./dimensions.ts";
import type { TableChoice } from "./table-choice.ts";

/** What names a table: what is counted, by what, of which part. */
export interface TableLike extends Pick<TableChoice, "measure" | "where"> {
  readonly dimensions: readonly Dimension[];
}

/** What a table shows, in words: "What happened, by region (cases); only: high". */
export function tableTitle(
  { measure, dimensions, where }: TableLike,
  { t, labelOf, locale }: { readonly t: Text; readonly labelOf: LabelOf; readonly locale: Locale },
): string {
  const [rows = "", columns] = dimensions.map((dimension) => t.dynamic(`briefings.table.title.${dimension}`));
  const subject = columns ? t("briefings.table.title-by", { rows, columns }) : rows;
  const counted = measure === "cases" ? t("briefings.table.title-cases", { title: subject }) : subject;
  if (!where) return counted;
  const label = labelOf(labelListOf(where.dimension), where.code, locale);
  return t("briefings.table.title-where", { title: counted, label });
}
