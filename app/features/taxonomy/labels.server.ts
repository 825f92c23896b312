import { type CodeOf, LIST_NAMES, type ListName } from "./codes.ts";
import { readSeedRows, type SeedRow } from "./seed-csv.server.ts";

/** The languages in which every code has a label. */
export const LABEL_LOCALES = ["en", "fr", "es", "ar"] as const;
export type LabelLocale = (typeof LABEL_LOCALES)[number];

type Labels = Readonly<Record<string, string>>;
type Table = ReadonlyMap<string, Labels>;

const tables = new Map<LabelLocale, Table>();

function tableOf(locale: LabelLocale): Table {
  const known = tables.get(locale);
  if (known) return known;
  const rows = readSeedRows("taxonomy");
  const table = new Map(LIST_NAMES.map((list) => [list, labelsIn(rows, list, locale)] as const));
  tables.set(locale, table);
  return table;
}

function labelsIn(rows: readonly SeedRow[], list: ListName, locale: LabelLocale): Labels {
  const own = rows.filter((row) => row.list === list);
  return Object.fromEntries(own.map((row) => [row.code ?? "", row[`label_${locale}`] ?? ""]));
}

/** All labels of a list by code, for instance to hand a page the words of its options. */
export function labelsOf<List extends ListName>(
  list: List,
  locale: LabelLocale,
): Readonly<Record<CodeOf<List>, string>> {
  return (tableOf(locale).get(list) ?? {}) as Readonly<Record<CodeOf<List>, string>>;
}

export function labelOf<List extends ListName>(list: List, code: CodeOf<List>, locale: LabelLocale): string {
  // A code that was kept may have left the list, or never have stood in it: it is its own label.
  const labels = labelsOf(list, locale);
  return Object.hasOwn(labels, code) ? labels[code] : code;
}
