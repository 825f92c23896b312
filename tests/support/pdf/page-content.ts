import type { PDFObject } from "mupdf";

/** What stands on a page: its marked parts by number, and whether anything is painted outside all marks. */
export interface PageContent {
  readonly marked: ReadonlySet<number>;
  readonly unmarked: readonly string[];
  /** marks inside an artifact, or artifacts inside a mark */
  readonly mixed: number;
}

/** Names, numbers, brackets and operators; what is written between round brackets is taken out before. */
const TOKEN = /<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|\/[^\s/<>[\](){}%]*|[^\s/<>[\](){}%]+/g;
const PAINTING = new Set(["Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI"]);

/** Reads the operators of a page as ISO 32000-1 writes them, with those of the forms that it paints outside marks. */
export function pageContent(page: PDFObject): PageContent {
  const found = { marked: new Set<number>(), unmarked: [] as string[], mixed: 0 };
  readStream(page.get("Contents"), page.getInheritable("Resources"), found);
  return found;
}

type Found = { readonly marked: Set<number>; readonly unmarked: string[]; mixed: number };
interface Mark {
  readonly isArtifact: boolean;
  readonly id: number | null;
}

function readStream(contents: PDFObject, resources: PDFObject, found: Found): void {
  const marks: Mark[] = [];
  let operands: string[] = [];
  for (const token of withoutStrings(textOf(contents)).match(TOKEN) ?? []) {
    if (!/^[A-Za-z'"][A-Za-z0-9*'"]*$/.test(token) || ["true", "false", "null"].includes(token)) {
      operands.push(token);
      continue;
    }
    if (token === "BDC" || token === "BMC") {
      const mark = markOf(operands, resources);
      if (mark.id !== null) found.marked.add(mark.id);
      if (marks.some((outer) => (outer.isArtifact ? mark.id !== null : outer.id !== null && mark.isArtifact)))
        found.mixed += 1;
      marks.push(mark);
    } else if (token === "EMC") marks.pop();
    else if (PAINTING.has(token) && !marks.some(({ isArtifact, id }) => isArtifact || id !== null))
      paintOutside(token, operands, resources, found);
    operands = [];
  }
}

function paintOutside(operator: string, operands: readonly string[], resources: PDFObject, found: Found): void {
  const object = operator === "Do" ? resources.get("XObject", (operands.at(-1) ?? "").slice(1)) : null;
  if (object?.get("Subtype").asName() === "Form") readStream(object, object.get("Resources"), found);
  else found.unmarked.push(operator);
}

function markOf([tag = "", ...properties]: readonly string[], resources: PDFObject): Mark {
  const isArtifact = tag === "/Artifact";
  const place = properties.indexOf("/MCID");
  if (place >= 0) return { isArtifact, id: Number(properties[place + 1]) };
  const name = properties[0]?.startsWith("/") ? properties[0].slice(1) : null;
  const id = name ? resources.get("Properties", name, "MCID") : null;
  return { isArtifact, id: id?.isNumber() ? id.asNumber() : null };
}

/** Brackets inside a string are escaped or come in pairs. */
function withoutStrings(text: string): string {
  let [rest, depth] = ["", 0];
  for (let place = 0; place < text.length; place += 1) {
    const letter = text[place]!;
    if (letter === "\\") place += 1;
    else if (letter === "(") depth += 1;
    else if (letter === ")") depth -= 1;
    else if (depth === 0) rest += letter;
  }
  return rest;
}

function textOf(contents: PDFObject): string {
  if (!contents.isArray()) return latin1(contents);
  const parts: string[] = [];
  contents.forEach((part) => {
    parts.push(latin1(part));
  });
  return parts.join("\n");
}

const latin1 = (stream: PDFObject): string => Buffer.from(stream.readStream().asUint8Array()).toString("latin1");
