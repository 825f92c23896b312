import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { type Frame, FrameProvider } from "#app/design-system/frame.tsx";
import type { Locale } from "#app/i18n/locales.ts";
import { loadMessages } from "#app/i18n/messages.server.ts";
import { TextProvider } from "#app/i18n/text-context.tsx";

const FRAME: Frame = {
  pathname: "/queue",
  page: { id: "routes/casework/queue", params: {} },
  hasForm: false,
  viewer: null,
  navigation: [
    { href: "/queue", label: "Queue" },
    { href: "/surveys", label: "Surveys" },
  ],
  links: { home: "/", language: "/language", account: "/account", hat: "/hat", signOut: "/sign-out" },
  leaveUrl: "https://weather.example/",
  demo: false,
};

/** A component as a reader without scripts gets it. */
export function drawn(
  node: ReactNode,
  { locale = "en", frame = {} }: { locale?: Locale; frame?: Partial<Frame> } = {},
): string {
  return renderToStaticMarkup(
    <TextProvider locale={locale} messages={loadMessages(locale)}>
      <FrameProvider value={{ ...FRAME, ...frame }}>{node}</FrameProvider>
    </TextProvider>,
  );
}
