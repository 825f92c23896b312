import type { ReactNode } from "react";
import { useFrame } from "#app/design-system/frame.tsx";
import { directionOf } from "#app/i18n/locales.ts";
import { useLocale } from "#app/i18n/text-context.tsx";
import followScriptUrl from "../follow-script.js?url";
import keysScriptUrl from "../keys-script.js?url";
import leaveScriptUrl from "../leave-script.js?url";
import stylesUrl from "../styles/styles.css?url";
import { DemoBanner } from "./demo-banner.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";
import { SkipLink } from "./skip-link.tsx";

interface DocumentProps {
  /** Neutral: it stays in histories and on shared screens. */
  readonly title: string;
  readonly children: ReactNode;
  /** Scripts, where a page has them; last in the body. */
  readonly scripts?: ReactNode;
  /** The page may have keys: the script listens only where their help stands. */
  readonly keys?: boolean;
  /** Work is under way behind it, so it looks again by itself. */
  readonly follows?: boolean;
}

/** Often enough to be believed, seldom enough for a bad line. With scripts only what has changed is drawn, and more often. */
const LOOK_AGAIN_SECONDS = 8;

/** The whole HTML document: head, header, the page, footer. */
export function Document({ title, children, scripts, keys = false, follows = false }: DocumentProps) {
  const locale = useLocale();
  const { leaveUrl } = useFrame();
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="stylesheet" href={stylesUrl} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {leaveUrl && <script src={leaveScriptUrl} defer />}
        {follows && <script src={followScriptUrl} defer />}
        {follows && (
          <noscript>
            <meta httpEquiv="refresh" content={String(LOOK_AGAIN_SECONDS)} />
          </noscript>
        )}
        {keys && <script src={keysScriptUrl} defer />}
      </head>
      <body>
        <SkipLink />
        <DemoBanner />
        <SiteHeader />
        {children}
        <SiteFooter />
        {scripts}
      </body>
    </html>
  );
}
