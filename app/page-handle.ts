import type { MessageKey, SliceName } from "#app/i18n/catalogue.ts";

/** What a route file says of its page: `export const handle = page({ title: "home.title" })`. */
export interface PageHandle {
  /** Neutral: it stays in histories and on shared screens. A function where the title is published data. */
  readonly title: MessageKey | ((data: never) => string);
  /** Comfort of forms in the browser. Without it a page carries no framework script at all. */
  readonly comfort?: true;
  /** Slices of messages that a page with comfort uses; `common` always travels. */
  readonly messages?: readonly SliceName[];
  /** False hides "Leave this page"; it stands on every page of the public and of reporters. */
  readonly leave?: false;
}

export function page(handle: PageHandle): PageHandle {
  return handle;
}
