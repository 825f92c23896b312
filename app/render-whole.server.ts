import { PassThrough } from "node:stream";
import { text as readText } from "node:stream/consumers";
import { renderToPipeableStream } from "react-dom/server";

/**
 * A page as one text, once everything it needs is there.
 * @param nonce of the scripts that this answer may run
 * @throws what drawing it throws
 */
export function renderWhole(page: React.ReactElement, nonce: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let isBroken = false;
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      // However long a page is, nothing of it may arrive later by way of an inline script.
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      // Called after an error too; then there is nothing to read, and the rejection has been made.
      onAllReady: () => isBroken || readText(pipe(new PassThrough())).then(withoutFiller).then(resolve, reject),
      onError: (error) => {
        isBroken = true;
        reject(error);
        setImmediate(abort);
      },
    });
  });
}

/** React 18 fills up a piece with zero bytes where a letter of several bytes does not fit into its end. No page holds one. */
function withoutFiller(html: string): string {
  return html.replaceAll("\0", "");
}
