import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { acceptsEncoding } from "./accepted-encoding.ts";

const gzipped = promisify(gzip);

/**
 * The body of a page: packed where everybody may keep it and the browser takes it so, plain everywhere else. What everybody may keep
 * (`Cache-Control: public`) was drawn for nobody: no token and nobody's name is in it, so its packed length gives nothing away.
 */
export async function pageBody(
  html: string,
  headers: Headers,
  acceptEncoding: string | null,
): Promise<string | Uint8Array<ArrayBuffer>> {
  if (!/^public\b/.test(headers.get("Cache-Control") ?? "")) return html;
  headers.append("Vary", "Accept-Encoding");
  if (!acceptsEncoding(acceptEncoding, "gzip")) return html;
  headers.set("Content-Encoding", "gzip");
  return Uint8Array.from(await gzipped(html));
}
