import { allTags, listed, nameIn, type Tag, tagsOf } from "./structure.ts";

/**
 * What a reader of the screen names before each cell of all tables of a PDF, in the order of rows: "row", "column", or both.
 * A cell that lists its headings by their ids is asked for no others (ISO 32000-2, 14.8.5.7).
 */
export function heardBeforeCells(bytes: Uint8Array): string[][] {
  return tagsOf(bytes)
    .filter(({ type }) => type === "Table")
    .map((table) => {
      const rows = allTags(table).filter(({ type }) => type === "TR");
      const columns = rows[0]?.children ?? [];
      return rows.slice(1).flatMap((row) => row.children.flatMap((cell, place) => heard(cell, place, row, columns)));
    });
}

function heard(cell: Tag, place: number, row: Tag, columns: readonly Tag[]): string[] {
  if (cell.type === "TH") return [];
  if (attributeOf(cell, "Headers")) return ["by its own list"];
  const heads = [
    row.children.slice(0, place).some((head) => isHead(head, "Row")) ? "row" : "",
    columns[place] && isHead(columns[place], "Column") ? "column" : "",
  ];
  return [heads.filter((head) => head !== "").join(" ")];
}

const isHead = (cell: Tag, scope: string): boolean =>
  cell.type === "TH" && attributeOf(cell, "Scope") === scope && cell.parts.length > 0;

/** The value of an attribute as a word, null where there is none. */
function attributeOf({ object }: Tag, key: string): string | null {
  const attributes = object.get("A");
  const owners = attributes.isArray() ? listed(attributes) : attributes.isNull() ? [] : [attributes];
  const owner = owners.find((one) => !one.get(key).isNull());
  return owner ? nameIn(owner, key) || key : null;
}
