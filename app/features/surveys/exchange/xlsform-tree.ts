import type { NamedRow, SheetMessage } from "./sheet.ts";

/** Rows of the sheet `survey` as they stand in each other: pages, and in them questions and groups of rows. */
export interface Group {
  readonly row: NamedRow;
  readonly items: readonly Item[];
}
export type Item =
  | { readonly row: NamedRow; readonly group?: undefined }
  | { readonly group: Group; readonly row: NamedRow };

export interface Tree {
  /** a page without a row of its own holds what stands in no group */
  readonly pages: readonly { readonly row: NamedRow | null; readonly items: readonly Item[] }[];
  readonly messages: readonly SheetMessage[];
}

const typeOf = (row: NamedRow) =>
  row
    .at("type")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^(begin|end) /, "$1_");
/** A form in which a group stands in a group in a group is no page with questions. */
const DEEPEST = 2;

/** Groups within each other, as `begin` and `end` say. @returns no page at all where they do not match */
export function treeOf(rows: readonly NamedRow[]): Tree {
  const top: { row: NamedRow | null; items: Item[] }[] = [];
  const open: { row: NamedRow; items: Item[] }[] = [];
  const messages: SheetMessage[] = [];
  const at = (row: NamedRow) => ({ sheet: "survey", row: row.number });
  const loose = () => {
    const last = top.at(-1);
    if (last && last.row === null) return last;
    top.push({ row: null, items: [] });
    return top.at(-1)!;
  };
  for (const row of rows) {
    const type = typeOf(row);
    if (type === "begin_group" || type === "begin_repeat") {
      if (type === "begin_repeat" || open.length >= DEEPEST)
        messages.push({ code: "group-not-held", ...at(row), item: row.at("name") });
      open.push({ row, items: [] });
    } else if (type === "end_group" || type === "end_repeat") {
      const closed = open.pop();
      if (!closed) return { pages: [], messages: [{ code: "group-not-open", ...at(row) }] };
      const parent = open.at(-1);
      if (parent) parent.items.push({ row: closed.row, group: closed });
      else top.push(closed);
    } else (open.at(-1) ?? loose()).items.push({ row });
  }
  const unclosed = open.at(-1);
  if (unclosed)
    return { pages: [], messages: [{ code: "group-not-closed", ...at(unclosed.row), item: unclosed.row.at("name") }] };
  return { pages: top, messages };
}
