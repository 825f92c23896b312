import type { Locale } from "#app/i18n/locales.ts";
import type { Text } from "#app/i18n/text.tsx";
import { type Dimension, type LabelOf, labelListOf } from "./dimensions.ts";
import { currencyOf, kindOf } from "./quantities.ts";
import type { TableChoice } from "./table-choice.ts";

/** What names a table: what is counted, by what, of which part. */
export interface TableLike extends Pick<TableChoice, "measure" | "of" | "where"> {
  readonly dimensions: readonly Dimension[];
}

/** What a table shows, in words: "What happened, by region (cases); only: high (how bad it was)". */
export function tableTitle(
  { measure, of, dimensions, where }: TableLike,
  { t, labelOf, locale }: { readonly t: Text; readonly labelOf: LabelOf; readonly locale: Locale },
): string {
  const [rows = "", columns] = dimensions.map((dimension) => t.dynamic(`briefings.table.title.${dimension}`));
  const subject = columns ? t("briefings.table.title-by", { rows, columns }) : rows;
  const counted = titleOfMeasure({ measure, of }, subject, t);
  if (!where) return counted;
  const label = labelOf(labelListOf(where.dimension), where.code, locale);
  // The same label may say whose region it is, or whose bank's.
  const dimension = t.dynamic(`briefings.table.title.${where.dimension}`);
  return t("briefings.table.title-where", { title: counted, label, dimension });
}

function titleOfMeasure({ measure, of }: Pick<TableLike, "measure" | "of">, title: string, t: Text): string {
  if (measure === "organisations") return title;
  if (measure === "cases") return t("briefings.table.title-cases", { title });
  if (measure === "share") return t("briefings.table.title-share", { title });
  if (of === undefined) return title;
  const currency = currencyOf(of) ?? "";
  return t.dynamic(`briefings.table.${measure === "sum" ? "title-sum" : "title-median"}-${kindOf(of)}`, {
    title,
    currency,
  });
}
