/**
 * What the HTTP server hands to every loader and action of one request. Loaders of one page run side by side, each with
 * a copy of the request; this object is the one thing they share.
 */
export interface LoadContext {
  /** of this answer's content security policy */
  readonly nonce: string;
  /** The address of a page by its name and parameters; null where there is none. For coming back without trusting a request. */
  readonly pathOf: (pageId: string, params: Readonly<Record<string, string>>) => string | null;
  readonly afterResponse: AfterResponse;
  /** Resolves once the reader has taken what was written; false where the reader has gone. Missing where no line is behind the answer. */
  readonly taken?: Taken;
  /**
   * Sends a file as the answer to a form. The framework takes what a page's action answers for data of that page, reads it
   * to its end and draws the page. Missing where no framework stands between.
   */
  readonly leave?: (file: Response) => void;
}

export type Taken = () => Promise<boolean>;

/** Work that may wait until the reader has the page, such as folding new facets, and at last the wiping of keys. */
export interface AfterResponse {
  /** Runs after the answer has left, in order. A failure is logged and stops nothing else. */
  add(work: () => Promise<void>): void;
  /** Runs after all else: keys must be open until then. */
  last(work: () => void): void;
}

/** @returns the collector, and `run`, which the server calls once when the answer has left or the reader has gone. */
export function afterResponse(onError: (error: unknown) => void): AfterResponse & { run(): Promise<void> } {
  const queue: (() => Promise<void>)[] = [];
  const lasts: (() => void)[] = [];
  return {
    add: (work) => void queue.push(work),
    last: (work) => void lasts.push(work),
    async run() {
      for (const work of queue.splice(0)) await work().catch(onError);
      for (const work of lasts.splice(0)) work();
    },
  };
}
