import { Outlet, Scripts, useLocation, useMatches, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { Document } from "#app/design-system/layout/document.tsx";
import { ErrorPage, errorTitle, isFormKept } from "#app/error-page.tsx";
import type { Text } from "#app/i18n/text.tsx";
import { TextProvider, useText } from "#app/i18n/text-context.tsx";
import { PageFrame } from "#app/page-frame.tsx";
import type { PageHandle } from "#app/page-handle.ts";
import { PAGE_STATE_ID, useRendering } from "#app/page-state.tsx";

export default function Root() {
  const { handle, data } = usePage();
  const follows = handle?.follows?.(data as never) === true;
  const rendering = useRendering();
  return (
    <TextProvider
      locale={rendering.locale}
      messages={rendering.messages}
      onUse={handle?.comfort && rendering.server?.onUse}
    >
      <PlacedDocument
        title={titleOf(handle, data, rendering.failed)}
        leave={handle?.leave !== false}
        keys={handle?.keys === true}
        follows={follows}
        hasForm={handle?.form ?? rendering.takesForm}
        scripts={<PageScripts />}
      >
        <Outlet />
      </PlacedDocument>
    </TextProvider>
  );
}

/** What went wrong, in the reader's words. Never with scripts, never with a trace of the program. */
export function ErrorBoundary() {
  const { locale, messages } = useRendering();
  const error = useRouteError();
  return (
    <TextProvider locale={locale} messages={messages}>
      <PlacedDocument title={(t) => errorTitle(error, t)} leave hasForm={isFormKept(error)}>
        <ErrorPage error={error} />
      </PlacedDocument>
    </TextProvider>
  );
}

interface PlacedDocumentProps {
  readonly title: (t: Text) => string;
  readonly leave: boolean;
  readonly keys?: boolean;
  readonly follows?: boolean;
  readonly hasForm: boolean;
  readonly scripts?: ReactNode;
  readonly children: ReactNode;
}

function PlacedDocument({
  title,
  leave,
  keys = false,
  follows = false,
  hasForm,
  scripts,
  children,
}: PlacedDocumentProps) {
  const t = useText();
  const { pathname } = useLocation();
  const { id, params } = usePage();
  return (
    <PageFrame pathname={pathname} page={{ id, params }} leave={leave} hasForm={hasForm}>
      <Document title={`${title(t)} – ${t("common.product")}`} scripts={scripts} keys={keys} follows={follows}>
        {children}
      </Document>
    </PageFrame>
  );
}

/** What an error can be told with, on any form. */
const WORDS_OF_FORMS = ["common.form", "refusal.form"];

/** The framework's scripts and the page's state, only where the page asked for comfort. Last, when all words are drawn. */
function PageScripts() {
  const { handle } = usePage();
  const { server } = useRendering();
  if (!handle?.comfort) return null;
  // The browser keeps the text it finds: it is read once, by entry.client.tsx, and never drawn again.
  const state = { __html: server?.forBrowser([...WORDS_OF_FORMS, ...(handle.messages ?? [])]) ?? "" };
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own JSON, with every "<" escaped */}
      <script id={PAGE_STATE_ID} type="application/json" dangerouslySetInnerHTML={state} suppressHydrationWarning />
      <Scripts nonce={server?.nonce} />
    </>
  );
}

function usePage() {
  const match = useMatches().at(-1);
  return {
    id: match?.id ?? "root",
    params: match?.params ?? {},
    data: match?.data,
    handle: match?.handle as PageHandle | undefined,
  };
}

function titleOf(handle: PageHandle | undefined, data: unknown, failed: boolean): (t: Text) => string {
  return (t) => {
    const title = handle?.title ?? "common.product";
    const words = typeof title === "function" ? title(data as never) : t(title);
    return failed ? `${t("common.form.error-prefix")} ${words}` : words;
  };
}
