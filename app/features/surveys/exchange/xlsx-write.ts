import { strToU8, zipSync } from "fflate";
import type { Sheet } from "./sheet.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * A workbook with nothing in it but texts: no formula, no style, no link, so that no cell of it is computed anywhere.
 * The same sheets are always the same bytes.
 */
export function xlsxOf(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes(sheets),
    "_rels/.rels": relationships([{ id: "rId1", type: `${OFFICE}/officeDocument`, target: "xl/workbook.xml" }]),
    "xl/workbook.xml": workbook(sheets),
    "xl/_rels/workbook.xml.rels": relationships(
      sheets.map((_, at) => ({
        id: `rId${at + 1}`,
        type: `${OFFICE}/worksheet`,
        target: `worksheets/sheet${at + 1}.xml`,
      })),
    ),
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, worksheet(sheet)])),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(HEAD + xml)]));
  return new Uint8Array(zipSync(files, { mtime: new Date(1980, 0, 1) }));
}

function contentTypes(sheets: readonly Sheet[]): string {
  const overrides = sheets.map(
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${overrides.join("")}</Types>`;
}

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relationships(list: readonly Relationship[]): string {
  const each = list.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const each = sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each.join("")}</sheets></workbook>`;
}

function worksheet({ rows }: Sheet): string {
  const each = rows.map((cells, at) => {
    const filled = cells.flatMap((cell, column) =>
      cell === ""
        ? []
        : [
            `<c r="${columnName(column)}${at + 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
          ],
    );
    return `<row r="${at + 1}">${filled.join("")}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetData>${each.join("")}</sheetData></worksheet>`;
}

/** A, B … Z, AA, AB … */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

// What XML 1.0 cannot hold at all, however it is written.
const IMPOSSIBLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const SIGNS: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "\r": "&#13;",
};

const escaped = (text: string): string =>
  text.replaceAll(IMPOSSIBLE, "").replaceAll(/[<>&"\r]/g, (sign) => SIGNS[sign]!);
