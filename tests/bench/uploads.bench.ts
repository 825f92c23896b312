import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ColorSpace, Pixmap } from "mupdf";
import { sendReport } from "../support/reports.ts";
import { startServer } from "../support/server.ts";
import { newVisitor, signIn, type Visitor } from "../support/visitor.ts";
import { actorFor, newReporter, newWorld } from "../support/world.ts";
import { type BenchRow, median, residentMb } from "./bench-row.ts";
import { serverDatabase, withOpen } from "./bench-world.ts";

const LARGEST = 10 * 1024 * 1024;
const RUNS = 3;
const LOOK_MS = 5;

/**
 * The largest file there is, sent to a real server: what its process grows by while the file passes, and how long that takes
 * beside writing the same bytes to the same disk. The reader of hostile files is another process; its time counts, its memory
 * has a limit of its own. The first file begins as none that is known, so it is sealed and has no copy.
 */
export async function measure(): Promise<BenchRow[]> {
  const database = await serverDatabase();
  const picture = largePicture();
  const home = mkdtempSync(join(tmpdir(), "thaw-bench-"));
  try {
    const { reporter, caseId } = await withOpen(database, async () => {
      const reporter = await newReporter(await newWorld());
      return { reporter, caseId: await sendReport(await actorFor(reporter, "reporter")) };
    });
    const server = await startServer({ ...database.settings, DATA_DIR: home, LOG: "off" });
    try {
      const visitor = newVisitor(server.origin);
      await signIn(visitor, reporter, Date.now() + 30_000);
      const path = `/reports/${caseId}/files`;
      const pid = server.process.pid!;
      await visitor.get(path);
      await visitor.upload(path, [{ name: "warm.txt", content: "what is loaded once is loaded now" }]);
      // Before the first large one: memory that stays taken for the next counts as well.
      const sending = { visitor, path, pid, before: residentMb(pid) };
      const plain = await several(async () => ({ ms: writePlain(home), grownMb: 0 }));
      const sealed = await several(() => send(sending, "noise.pdf", randomBytes(LARGEST)));
      const copied = await several((run) => send(sending, `photo-${run}.jpg`, picture));
      return [
        { what: "write 10 MiB to the disk, flushed", median: plain.ms, unit: "ms", budget: null },
        { what: "upload of 10 MiB without a copy", median: sealed.ms, unit: "ms", budget: null },
        {
          what: "upload of 10 MiB without a copy, to the plain write",
          median: sealed.ms / plain.ms,
          unit: "times",
          budget: null,
        },
        { what: "memory while 10 MiB are uploaded, without a copy", median: sealed.grownMb, unit: "MB", budget: 40 },
        { what: "upload of a large picture with its copy", median: copied.ms, unit: "ms", budget: null },
        { what: "memory while a large picture is uploaded", median: copied.grownMb, unit: "MB", budget: 40 },
      ];
    } finally {
      await server.stop();
    }
  } finally {
    await database.end();
    rmSync(home, { recursive: true, force: true });
  }
}

interface Look {
  readonly ms: number;
  readonly grownMb: number;
}

async function several(work: (run: number) => Promise<Look>): Promise<Look> {
  const looks: Look[] = [];
  for (let run = 0; run < RUNS; run += 1) looks.push(await work(run));
  return { ms: median(looks.map(({ ms }) => ms)), grownMb: Math.max(...looks.map(({ grownMb }) => grownMb)) };
}

interface Sending {
  readonly visitor: Visitor;
  readonly path: string;
  readonly pid: number;
  readonly before: number;
}

/** @returns the time to the page that tells what became of the file, and the most the server's process held above the beginning */
async function send({ visitor, path, pid, before }: Sending, name: string, content: Uint8Array): Promise<Look> {
  await visitor.get(path);
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, residentMb(pid));
  }, LOOK_MS);
  const begun = performance.now();
  const { status } = await visitor.upload(path, [{ name, content }]);
  const ms = performance.now() - begun;
  clearInterval(watch);
  if (status !== 200) throw new Error(`the upload was answered with ${status}`);
  return { ms, grownMb: most - before };
}

function writePlain(folder: string): number {
  const bytes = randomBytes(LARGEST);
  const begun = performance.now();
  const file = openSync(join(folder, "plain"), "w");
  writeSync(file, bytes);
  fsyncSync(file);
  closeSync(file);
  return performance.now() - begun;
}

/** Noise cannot be made small: a picture of nearly ten MiB. */
function largePicture(): Buffer {
  const picture = new Pixmap(ColorSpace.DeviceRGB, [0, 0, 2200, 2000], false);
  const points = picture.getPixels();
  for (let at = 0; at < points.length; at += LARGEST / 16)
    points.set(randomBytes(Math.min(LARGEST / 16, points.length - at)), at);
  return Buffer.from(picture.asJPEG(93, false));
}
