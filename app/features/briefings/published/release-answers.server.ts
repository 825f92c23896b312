import { notFound } from "#app/access/answers.server.ts";
import { DOWNLOAD_POLICY } from "#app/platform/http/security-headers.ts";
import { FILE_HEADERS } from "./published-headers.ts";
import { findPublishedFile } from "./release-queries.server.ts";

/** A frozen file as a download; of a withdrawn briefing the answer that it is gone. */
export async function fileAnswer(slug: string | undefined, path: string | undefined): Promise<Response> {
  const file = slug && path ? await findPublishedFile(slug, path) : null;
  if (!slug || !file) throw notFound();
  if (file === "gone") return new Response(null, { status: 410 });
  const name = `${slug}-${file.path.split("/").at(-1)}`;
  return new Response(file.bytes, {
    headers: {
      ...FILE_HEADERS,
      "Content-Type": file.mediaType,
      "Content-Length": String(file.bytes.length),
      "Content-Disposition": `attachment; filename="${name}"`,
      "Content-Security-Policy": DOWNLOAD_POLICY,
    },
  });
}
