import { type Zippable, zipSync } from "fflate";
import { CANARY } from "./pictures.ts";

/** A document of pages, written by hand, so that each test can put into it what no honest program would. */
export function pdf(objects: Readonly<Record<number, string>> = {}, trailer = "", pages = 1): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => 100 + at);
  const all: Record<number, string> = {
    1: "<< /Type /Catalog /Pages 2 0 R >>",
    2: `<< /Type /Pages /Count ${pages} /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}] >>`,
    3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    4: stream(`BT /F 24 Tf 20 100 Td (Account closed) Tj ET`),
    ...Object.fromEntries(kids.map((kid) => [kid, page(`/Contents 4 0 R`)])),
    ...objects,
  };
  let text = "%PDF-1.7\n";
  const starts: [number, number][] = [];
  for (const [number, object] of Object.entries(all)) {
    starts.push([Number(number), text.length]);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const rows = starts.map(([number, at]) => `${number} 1\n${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const size = Math.max(...starts.map(([number]) => number)) + 1;
  return Buffer.from(
    `${text}xref\n0 1\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`,
    "latin1",
  );
}

export const page = (more: string) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Resources << /Font << /F 3 0 R >> >> ${more} >>`;

export const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const XML = '<?xml version="1.0" encoding="UTF-8"?>';
type Related = readonly [id: string, type: string, target: string, outside?: boolean];

export const relations = (...all: readonly Related[]) =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([id, type, target, outside]) =>
        `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${outside ? ' TargetMode="External"' : ""}/>`,
    )
    .join("")}</Relationships>`;

export const wordDocument = (body: string) =>
  `${XML}<w:document ${W} xmlns:r="${OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`;

export const picture = (id: string) =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="7" name="${CANARY}.jpg" descr="${CANARY}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="${CANARY}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

/** A text document with a sentence, the properties that every office program writes, and what a test adds or replaces. */
export function docx(parts: Readonly<Record<string, string | Uint8Array>> = {}): Buffer {
  const all = {
    "[Content_Types].xml": `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": relations(["rId1", "officeDocument", "word/document.xml"]),
    "word/document.xml": wordDocument("<w:p><w:r><w:t>The bank closed it.</w:t></w:r></w:p>"),
    "docProps/core.xml": `${XML}<cp:coreProperties xmlns:cp="urn:cp"><creator>${CANARY}</creator></cp:coreProperties>`,
    "docProps/app.xml": `${XML}<Properties><Company>${CANARY}</Company></Properties>`,
    ...parts,
  };
  return archive(all);
}

export function archive(parts: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(parts))
    entries[name] = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return Buffer.from(zipSync(entries));
}

/** A message as it lies in a mailbox. */
export const message = (body: string, head = "") =>
  Buffer.from(
    `Received: from ${CANARY} by mx\r\nX-Mailer: ${CANARY}\r\nFrom: Bank <office@bank.example>\r\nTo: us@ngo.example\r\nDate: Tue, 3 Mar 2026 10:00:00 +0000\r\nSubject: Your account\r\nMessage-ID: <${CANARY}@bank>\r\n${head}\r\n${body}`,
  );
