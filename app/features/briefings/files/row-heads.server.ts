import type { PDFDocument, PDFObject } from "mupdf";

/**
 * Makes the first cell of each row of each table a heading of that row (`TH`, `/Scope /Row`), so that a reader of the screen
 * says the row's name before its figure. The printer has this only behind a feature that its build for Node cannot switch on
 * (`pdf.header-cell` of Typst, `a11y-extras`), so the tree of tags is mended after it.
 * @param pdf  tagged, with tables whose every row begins with its name
 * @returns the same pages; same bytes in, same bytes out
 */
export async function withRowHeads(pdf: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const { Document } = await import("mupdf");
  const paper = Document.openDocument(pdf, "application/pdf") as PDFDocument;
  try {
    markRows(paper, paper.getTrailer().get("Root", "StructTreeRoot"));
    // The name for machines that the printer gave stays: a new one would be thrown dice, and the file another each time.
    return paper.saveToBuffer("regenerate-id=no").asUint8Array().slice();
  } finally {
    paper.destroy();
  }
}

function markRows(paper: PDFDocument, tag: PDFObject): void {
  for (const child of kidsOf(tag)) {
    if (isTag(child, "TR")) markRow(paper, kidsOf(child));
    else markRows(paper, child);
  }
}

function markRow(paper: PDFDocument, cells: readonly PDFObject[]): void {
  const [head] = cells;
  if (!head || !isTag(head, "TD")) return;
  // A cell that lists its headings is asked for no others, and the list knows those of columns alone. With a scope on every
  // heading and no merged cell, rows and columns say it by themselves.
  for (const cell of cells) for (const attributes of attributesOf(cell)) attributes.delete("Headers");
  head.put("S", paper.newName("TH"));
  const [attributes] = attributesOf(head).filter((one) => one.get("O").asName() === "Table");
  attributes?.put("Scope", paper.newName("Row"));
}

const isTag = (object: PDFObject, type: string): boolean =>
  object.get("S").isName() && object.get("S").asName() === type;
const kidsOf = (tag: PDFObject): PDFObject[] => listed(tag.get("K")).filter((kid) => kid.isDictionary());
const attributesOf = (tag: PDFObject): PDFObject[] => listed(tag.get("A")).filter((one) => one.isDictionary());

/** One thing, or several in an array: both are written so. */
function listed(one: PDFObject): PDFObject[] {
  if (!one.isArray()) return one.isNull() ? [] : [one];
  const all: PDFObject[] = [];
  one.forEach((part) => {
    all.push(part);
  });
  return all;
}
