import { createContext, useContext } from "react";
import type { NamedTeam } from "#app/design-system/content/team-name.tsx";

/** One entry of the site's navigation, already in the reader's language. */
export interface NavigationItem {
  readonly href: string;
  readonly label: string;
}

/** Who is signed in, as far as the page's head shows it. */
export interface Viewer {
  readonly handle: string;
  readonly role: string;
  /** an owner of the organisation also sees to its members */
  readonly isOwner: boolean;
  /** for the forms in the head: signing out, another role */
  readonly formToken: string;
  /** other roles that the person could put on */
  readonly otherHats: readonly ViewerHat[];
}

export interface ViewerHat {
  readonly id: string;
  readonly role: string;
  /** its team, where it has one */
  readonly team: NamedTeam | null;
}

/** What stands around every page. Built by `root.tsx`; layout components read it here, so that pages pass nothing on. */
export interface Frame {
  readonly pathname: string;
  /** The page's name and parameters: the language switch comes back here without trusting an address from a request. */
  readonly page: { readonly id: string; readonly params: Readonly<Record<string, string | undefined>> };
  /** The page draws a form to type in: languages are changed in the form itself, so that nothing typed is lost. */
  readonly hasForm: boolean;
  readonly viewer: Viewer | null;
  readonly navigation: readonly NavigationItem[];
  readonly links: {
    readonly home: string;
    readonly language: string;
    readonly account: string;
    readonly hat: string;
    readonly signOut: string;
  };
  /** Where "Leave this page" leads; null on pages without it. */
  readonly leaveUrl: string | null;
  readonly demo: boolean;
}

const FrameContext = createContext<Frame | null>(null);
export const FrameProvider = FrameContext.Provider;

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error("useFrame needs a FrameProvider above it");
  return frame;
}

/** For parts that may also stand outside a page. */
export function usePossibleFrame(): Frame | null {
  return useContext(FrameContext);
}
