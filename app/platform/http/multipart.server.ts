import { Buffer } from "node:buffer";

/** One part of a form with files, as it arrives. */
export interface Part {
  readonly name: string;
  /** null for what is no file; empty where the chooser of files was left empty */
  readonly fileName: string | null;
  /** read it before the next part is asked for; what is not read is dropped then */
  readonly bytes: AsyncGenerator<Uint8Array, void, undefined>;
}

/** A body that ends before its last part does, has more parts than a form may, or is none of what a browser sends. */
export class BodyBroken extends Error {
  constructor() {
    super("the body is broken off");
  }
}

const LINE_END = Buffer.from("\r\n");
const HEAD_END = Buffer.from("\r\n\r\n");
const HEAD_BYTES = 8 * 1024;
/** As many as a form has fields at most (security model, section 9): fifty megabytes of empty ones are half a minute of work. */
const MOST_PARTS = 200;

/**
 * Reads a form with files part by part, never more of it in memory than a piece of the stream and one mark. That a part was
 * whole is told by the mark behind it, so a file that was cut off never looks like a shorter one.
 * @throws BodyBroken from the parts and from their bytes
 */
export async function* partsOf(
  body: ReadableStream<Uint8Array> | null,
  contentType: string,
): AsyncGenerator<Part, void, undefined> {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  if (!body || !boundary) throw new BodyBroken();
  const mark = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`);
  // The first mark has no line before it; with this one all marks are alike.
  const input = new Input(body, LINE_END);
  await dropped(input.until(mark));
  for (let count = 0; ; count += 1) {
    const next = (await input.take(2)).toString("latin1");
    if (next === "--") return;
    if (next !== "\r\n" || count === MOST_PARTS) throw new BodyBroken();
    const head = named(await headIn(input));
    const all = input.until(mark);
    yield { ...head, bytes: whileWanted(all) };
    await dropped(all);
  }
}

/** What has arrived and was not looked at yet. The stream is never cancelled: that would close the socket under the answer. */
class Input {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private held: Buffer;

  constructor(body: ReadableStream<Uint8Array>, held: Buffer) {
    this.reader = body.getReader();
    this.held = held;
  }

  /** Everything before a mark; afterwards the mark is behind us. */
  async *until(mark: Buffer): AsyncGenerator<Buffer, void, undefined> {
    let found = this.held.indexOf(mark);
    while (found < 0) {
      // The mark may begin in what is held and end in what comes.
      const certain = this.held.length - mark.length + 1;
      if (certain > 0) {
        const piece = this.held.subarray(0, certain);
        this.held = this.held.subarray(certain);
        yield piece;
      }
      await this.more();
      found = this.held.indexOf(mark);
    }
    const piece = this.held.subarray(0, found);
    this.held = this.held.subarray(found + mark.length);
    if (piece.length > 0) yield piece;
  }

  async take(count: number): Promise<Buffer> {
    while (this.held.length < count) await this.more();
    const taken = this.held.subarray(0, count);
    this.held = this.held.subarray(count);
    return taken;
  }

  private async more(): Promise<void> {
    // A sender who has gone is told as an error or as an early end; for a form both are the same.
    const { value, done } = await this.reader.read().catch(() => ({ value: undefined, done: true }));
    if (done || !value) throw new BodyBroken();
    this.held = this.held.length === 0 ? Buffer.from(value) : Buffer.concat([this.held, value]);
  }
}

async function headIn(input: Input): Promise<string> {
  const pieces: Buffer[] = [];
  let sizeBytes = 0;
  for await (const piece of input.until(HEAD_END)) {
    sizeBytes += piece.length;
    if (sizeBytes > HEAD_BYTES) throw new BodyBroken();
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function named(head: string): Pick<Part, "name" | "fileName"> {
  const [, said = ""] = /^content-disposition:\s*form-data;(.*)$/im.exec(head) ?? [];
  const values = new Map([...said.matchAll(/\s(name|filename)="([^"]*)"/gi)].map(([, key, value]) => [key, value]));
  const name = values.get("name");
  if (name === undefined) throw new BodyBroken();
  const fileName = values.get("filename");
  return { name: plain(name), fileName: fileName === undefined ? null : plain(fileName) };
}

/** Browsers write these three, and only these, in another way. */
const plain = (text: string) => text.replace(/%(22|0D|0A)/gi, (escaped) => decodeURIComponent(escaped));

/** The same pieces; a reader who stops in the middle does not end them, for what is left has to be dropped. */
async function* whileWanted(
  all: AsyncGenerator<Uint8Array, void, undefined>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    const { value, done } = await all.next();
    if (done) return;
    yield value;
  }
}

async function dropped(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of bytes);
}
