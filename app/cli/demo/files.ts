import { ColorSpace, Document } from "mupdf";
import type { Actor } from "#app/access/actor.ts";
import { addFile } from "#app/features/evidence/evidence-commands.server.ts";
import { noteOpening } from "#app/features/evidence/evidence-opening.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { valueFrom } from "#app/kernel/result.ts";

/** A case and whose it is. */
export interface Backed {
  readonly caseId: CaseId;
  readonly reporter: Actor;
}

const LETTER = [
  "Northern Savings Bank",
  "",
  "Dear Sir or Madam,",
  "we have reviewed our risk appetite. We will end our business",
  "relationship with you in thirty days. Please tell us where",
  "the balance is to be transferred.",
  "We do not give reasons for decisions of this kind.",
  "",
  "Yours faithfully",
  "Client Services",
];

/** A letter and a picture of a screen; the lead has taken the letter's original. */
export async function closureFiles({ caseId, reporter }: Backed, lead: Actor): Promise<void> {
  const letter = await add(reporter, caseId, "Letter of the bank.pdf", letterPdf(LETTER, "Client Services, desk 14"));
  await add(
    reporter,
    caseId,
    "screenshot.png",
    pictureOf(letterPdf(["Online banking", "", "This account is closed."])),
  );
  valueFrom(await noteOpening(lead, caseId, letter, "original"));
}

const DRAFT = `Dear Sir or Madam,

we ask you for the reasons in writing, for sixty days instead of thirty, and for a person we can speak to. Until then please
carry out the payments of salaries that are on their way. We sign no consent to the closure.

Yours faithfully
`;

/** The lead's draft of an answer, to go with a message. @returns its id */
export function closureDraft(lead: Actor, caseId: CaseId): Promise<string> {
  return add(lead, caseId, "Draft answer to the bank.txt", Buffer.from(DRAFT));
}

/** What the bank wants, as a message that was saved. */
export async function transferFiles({ caseId, reporter }: Backed): Promise<void> {
  const message = [
    "From: Conformité <conformite@banque-du-canal.example>",
    "To: contact@collectif.example",
    "Subject: Virement en attente",
    "Date: Mon, 12 Oct 2026 09:20:00 +0200",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Merci de nous transmettre la liste nominative des bénéficiaires finaux.",
  ].join("\r\n");
  await add(reporter, caseId, "demande de la banque.eml", Buffer.from(message));
}

/** Notes of a call. */
export async function mailboxFiles({ caseId, reporter }: Backed): Promise<void> {
  const notes = "الاثنين، 9:40: اتصال من رقم مخفي. قال المتصل إنه يعرف أين يعمل موظفونا، ثم أغلق الخط.\n";
  await add(reporter, caseId, "ملاحظات المكالمة.txt", Buffer.from(notes));
}

async function add(actor: Actor, caseId: CaseId, name: string, bytes: Uint8Array): Promise<string> {
  return valueFrom(await addFile(actor, caseId, { name, bytes: whole(bytes) })).fileId;
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A page of plain letters; its maker is what a clean copy leaves out. */
function letterPdf(lines: readonly string[], maker = "Invented"): Buffer {
  const text = lines.map((line) => `(${line.replaceAll(/[()\\]/g, "\\$&")}) Tj T*`).join("\n");
  const drawing = `BT /F 15 Tf 24 TL 60 740 Td\n${text}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    `<< /Author (${maker}) >>`,
  ];
  let pdf = "%PDF-1.7\n";
  const starts = objects.map((object, at) => {
    const start = pdf.length;
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(start).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.join("")}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>`;
  return Buffer.from(`${pdf}${table}${trailer}\nstartxref\n${pdf.length}\n%%EOF\n`, "latin1");
}

function pictureOf(pdf: Buffer): Buffer {
  const page = Document.openDocument(pdf, "application/pdf").loadPage(0);
  return Buffer.from(page.toPixmap([1, 0, 0, 1, 0, 0], ColorSpace.DeviceRGB, false).asPNG());
}
