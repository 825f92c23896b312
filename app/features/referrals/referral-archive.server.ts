import { Zip, ZipDeflate } from "fflate";
import { utf8 } from "#app/platform/crypto/bytes.server.ts";
import { newSha256 } from "#app/platform/crypto/hash.server.ts";
import type { ContentFile, ReferralContent } from "./referral.ts";
import { jsonOf } from "./referral-seals.server.ts";
import { caseText, referralCover } from "./referral-text.server.ts";

/** A file of the case on its way into the archive. */
export interface FileOnItsWay {
  readonly file: ContentFile;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Something in an archive, read when its turn comes. */
export interface Entry {
  readonly place: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Of everything in the archive: the true time would tell when somebody was at work. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * The archive, piece by piece: cover sheet, what is told of the case as text and as JSON, the files. It never lies anywhere
 * as a whole. @throws Error where a file is not the one that was agreed on; what was sent until then does not open
 */
export function archiveOf(
  content: ReferralContent,
  files: readonly FileOnItsWay[],
): AsyncGenerator<Uint8Array, void, undefined> {
  return zipped([textEntry("READ-FIRST.txt", referralCover(content)), ...caseEntries(content, files)]);
}

/** What was agreed to of one case: the text, the same as JSON, and its files. @param folder where it stands among others */
export function caseEntries(content: ReferralContent, files: readonly FileOnItsWay[], folder = ""): readonly Entry[] {
  return [
    textEntry(`${folder}case.txt`, caseText(content)),
    textEntry(`${folder}case.json`, jsonOf(content)),
    ...files.map((one) => ({ place: `${folder}${one.file.place}`, bytes: verified(one) })),
  ];
}

export const textEntry = (place: string, text: string): Entry => ({ place, bytes: once(utf8(text)) });

export async function* zipped(entries: readonly Entry[]): AsyncGenerator<Uint8Array, void, undefined> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  for (const { place, bytes } of entries) {
    const entry = new ZipDeflate(place, { level: 6 });
    entry.mtime = NO_TIME;
    zip.add(entry);
    for await (const piece of bytes) {
      // The archive keeps what it is given until it has packed it; a source may use its memory again.
      entry.push(piece.slice());
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/** Only what was agreed on leaves whole: at the end of a file that is another one everything breaks off. */
async function* verified({ file, bytes }: FileOnItsWay): AsyncGenerator<Uint8Array> {
  const hash = newSha256();
  for await (const piece of bytes) {
    hash.update(piece);
    yield piece;
  }
  if (hash.hex() !== file.sha256) throw new Error("a file is not the one that was agreed on");
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
