/** How long a copy of a published page may be kept, in seconds: a withdrawal must not take longer to be seen. */
const KEEP_SECONDS = 300;

/**
 * Published pages are for everybody and may be kept on the way. A page drawn for somebody with a session is not: its head
 * names who is signed in.
 */
export function publishedHeaders(hasSession: boolean): Record<string, string> {
  return {
    "Cache-Control": hasSession ? "no-store" : `public, max-age=${KEEP_SECONDS}`,
    // The language is the reader's, and so is the head.
    Vary: "Cookie, Accept-Language",
  };
}

/** Files are the same for everybody. */
export const FILE_HEADERS = { "Cache-Control": `public, max-age=${KEEP_SECONDS}` } as const;
