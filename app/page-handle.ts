import type { MessageKey, SliceName } from "#app/i18n/catalogue.ts";

/** What a route file says of its page: `export const handle = page({ title: "home.title" })`. */
export interface PageHandle {
  /** Neutral: it stays in histories and on shared screens. A function where the title is published data. */
  readonly title: MessageKey | ((data: never) => string);
  /** Comfort of forms in the browser. Without it a page carries no framework script at all. */
  readonly comfort?: true;
  /**
   * What a page with comfort may say only later, in the browser: places such as `report.date`, or whole slices. What it
   * draws, and what stands beside that in the catalogue, travels by itself.
   */
  readonly messages?: readonly (SliceName | `${SliceName}.${string}`)[];
  /**
   * Only where it cannot be told from the page's action: true, a form to type in goes to another address; false, what
   * goes to this address is nothing that somebody wrote.
   */
  readonly form?: boolean;
  /** False hides "Leave this page"; it stands on every page of the public and of reporters. */
  readonly leave?: false;
  /** Has keys of its own for people who work through lists; see `KeyHelp`. */
  readonly keys?: true;
  /** Tells of work under way: it looks again by itself as long as this says so of what it was given. */
  readonly follows?: (data: never) => boolean;
  /**
   * What stands in the log in the place of its address, where several pages must look the same there: which of them
   * somebody opened, at which minute, would say too much.
   */
  readonly logAs?: string;
  /** Takes files: the limits of uploads instead of those of forms. */
  readonly upload?: true;
}

/** Gives the handle its type; it says nothing more. */
export function page(handle: PageHandle): PageHandle {
  return handle;
}
