import { shownName } from "#app/kernel/shown-name.ts";
import { FORM_LIMIT } from "#app/platform/http/body-limits.ts";
import { BodyBroken, type Part, partsOf } from "#app/platform/http/multipart.server.ts";
import { type FormBody, formBodyOf, readFormBody } from "./form-body.server.ts";

/** A file on its way in. Its name can stand on a page. */
export interface SentFile {
  readonly name: string;
  /** @throws BodyBroken where the line breaks before its end */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** A form and the files behind its fields, each read when it is asked for and dropped when the next one is. */
export interface UploadBody extends FormBody {
  readonly files: AsyncIterable<SentFile>;
}

const UNREADABLE: FormBody = { values: {}, refusal: { kind: "invalid", code: "form.unreadable" } };
/** Names are only told to whoever sent them; no page needs more. */
const MOST_NAMES = 20;

/**
 * Reads the fields of a form with files, up to its first file: the chooser of files stands last in every form, so that the gate
 * decides before a byte of a file is looked at. A form without files, such as one that was kept over a sign-in, is taken as it is.
 */
export async function readUploadBody(request: Request): Promise<UploadBody> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^multipart\/form-data/i.test(type)) return { ...(await readFormBody(request)), files: none() };
  const parts = partsOf(request.body, type);
  try {
    const { pairs, first } = await fieldsOf(parts);
    return { ...formBodyOf(pairs), files: filesOf(first, parts) };
  } catch (error) {
    if (error instanceof BodyBroken) return { ...UNREADABLE, files: none() };
    throw error;
  }
}

/** What the files are called that could not be taken; their bytes are dropped. */
export async function namesOf(files: AsyncIterable<SentFile>): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const { name } of files) if (names.length < MOST_NAMES) names.push(name);
  } catch (error) {
    if (!(error instanceof BodyBroken)) throw error;
  }
  return names;
}

/** Nobody is known yet who sends them: together they are as long as any other form at most. */
async function fieldsOf(parts: AsyncGenerator<Part, void, undefined>) {
  const pairs: [string, string][] = [];
  let leftBytes = FORM_LIMIT.sizeBytes;
  for (;;) {
    // Not with `for await`: leaving that would end the parts, and the files are still to come.
    const { value: part } = await parts.next();
    if (!part || part.fileName) return { pairs, first: part ?? null };
    if (part.fileName !== null) continue;
    const text = await textOf(part, leftBytes);
    leftBytes -= text.length;
    pairs.push([part.name, text.toString("utf8")]);
  }
}

/** Whole, as far as a form without files would be: a text that is too long goes back to whoever wrote it. */
async function textOf({ bytes }: Part, leftBytes: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const piece of bytes) {
    sizeBytes += piece.length;
    if (sizeBytes <= leftBytes) pieces.push(piece);
    else throw new BodyBroken();
  }
  return Buffer.concat(pieces);
}

async function* filesOf(first: Part | null, rest: AsyncIterable<Part>): AsyncGenerator<SentFile, void, undefined> {
  if (first) yield sent(first);
  for await (const part of rest) if (part.fileName) yield sent(part);
}

const sent = ({ fileName, bytes }: Part): SentFile => ({ name: shownName(fileName ?? ""), bytes });

async function* none(): AsyncGenerator<SentFile, void, undefined> {}
