import { createContext, useContext } from "react";
import type { Viewer } from "#app/design-system/frame.tsx";
import type { Messages } from "#app/i18n/catalogue.ts";
import type { Locale } from "#app/i18n/locales.ts";

/** What the server knows about an answer beyond its loaders' data. A page with comfort repeats it for the browser. */
export interface PageState {
  readonly locale: Locale;
  /** The answer refuses what was sent: the title says so. */
  readonly failed: boolean;
  /** The page's own address takes a form, so it draws one. */
  readonly takesForm: boolean;
  readonly viewer: Viewer | null;
  readonly demo: boolean;
  readonly leaveUrl: string;
  /** Random; the same as in the log, so that a person can be helped without being known. */
  readonly errorId: string | null;
}

export interface Rendering extends PageState {
  readonly messages: Messages;
  /** On the server only. */
  readonly server?: {
    /** Of this answer's content security policy. */
    readonly nonce: string;
    /** Hears each message that is drawn. */
    readonly onUse: (key: string) => void;
    /** The text of the JSON tag: this state, what was drawn until now, and the named places of the catalogue. */
    readonly forBrowser: (places: readonly string[]) => string;
  };
}

export const PAGE_STATE_ID = "page-state";

const RenderingContext = createContext<Rendering | null>(null);
export const RenderingProvider = RenderingContext.Provider;

export function useRendering(): Rendering {
  const rendering = useContext(RenderingContext);
  if (!rendering) throw new Error("useRendering needs a RenderingProvider above it");
  return rendering;
}
