import type { ReactNode } from "react";
import { type Frame, FrameProvider } from "#app/design-system/frame.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { navigationFor } from "#app/navigation.ts";
import { useRendering } from "#app/page-state.tsx";
import { paths } from "#app/paths.ts";

interface PageFrameProps {
  readonly pathname: string;
  readonly page: Frame["page"];
  readonly leave: boolean;
  readonly hasForm: boolean;
  readonly children: ReactNode;
}

/** People who may be watched: visitors and everybody who reports or answers. Coordinators work at their desks. */
const LEAVING_ROLES: readonly string[] = ["reporter", "receipt", "respondent"];

/** Puts together what stands around a page: navigation, who is signed in, the way out. */
export function PageFrame({ pathname, page, leave, hasForm, children }: PageFrameProps) {
  const t = useText();
  const { viewer, demo, leaveUrl } = useRendering();
  const mayLeave = leave && (viewer === null || LEAVING_ROLES.includes(viewer.role));
  const frame: Frame = {
    pathname,
    page,
    hasForm,
    viewer,
    demo,
    navigation: navigationFor(viewer, t),
    links: {
      home: paths.home(),
      language: paths.language(),
      account: paths.account(),
      hat: paths.accountHat(),
      signOut: paths.signOut(),
    },
    leaveUrl: mayLeave ? leaveUrl : null,
  };
  return <FrameProvider value={frame}>{children}</FrameProvider>;
}
