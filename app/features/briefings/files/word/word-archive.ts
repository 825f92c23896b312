import { strFromU8, strToU8, unzipSync } from "fflate";
import { zipped } from "#app/features/briefings/files/data-package.server.ts";

const PROPERTIES = "docProps/core.xml";
/** Numbers that the library goes on counting from one document to the next. */
const COUNTED = /(<(?:wp:docPr|pic:cNvPr) id=")\d+/g;

/** A made document without what differs from run to run: who and when it was made, and numbers counted over all. */
export function steadyArchive(made: Uint8Array, releasedOn: string): Uint8Array<ArrayBuffer> {
  const files = Object.entries(unzipSync(made))
    .map(([path, bytes]) => ({ path, mediaType: "", bytes: steadyPart(path, bytes, releasedOn) }))
    // Word wants its list of types first.
    .sort((one, other) => (rankOf(one.path) + one.path < rankOf(other.path) + other.path ? -1 : 1));
  return zipped(files, releasedOn);
}

const rankOf = (path: string): string => (path === "[Content_Types].xml" ? "0" : "1");

function steadyPart(path: string, bytes: Uint8Array, releasedOn: string): Uint8Array<ArrayBuffer> {
  if (!path.endsWith(".xml")) return new Uint8Array(bytes);
  const xml = strFromU8(bytes);
  return new Uint8Array(strToU8(path === PROPERTIES ? withoutMaker(xml, releasedOn) : renumbered(xml)));
}

function renumbered(xml: string): string {
  let number = 0;
  return xml.replaceAll(COUNTED, (_, before: string) => {
    number += 1;
    return `${before}${number}`;
  });
}

const withoutMaker = (xml: string, releasedOn: string): string =>
  xml
    .replaceAll(/<(dc:creator|cp:lastModifiedBy|cp:revision)>[^<]*<\/\1>/g, "")
    .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${releasedOn}T12:00:00Z`);
