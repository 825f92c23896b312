import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterResponse, type Taken } from "#app/access/load-context.ts";
import { ErrorDocument } from "#app/error-document.tsx";
import { publicStatus } from "#app/error-page.tsx";
import type { Locale } from "#app/i18n/locales.ts";
import { loadMessages, messagesForBrowser } from "#app/i18n/messages.server.ts";
import { localeCookie, localeIn, localeOf, negotiateLocale } from "#app/i18n/negotiate.ts";
import { type PageState, type Rendering, RenderingProvider } from "#app/page-state.tsx";
import { env } from "#app/platform/env.server.ts";
import { pageBody } from "#app/platform/http/page-for-all.server.ts";
import type { ErrorPageRequest, OpenRequest, PathOf } from "#app/platform/http/web-entry.ts";
import { logError } from "#app/platform/log.server.ts";
import { renderWhole } from "#app/render-whole.server.ts";
import { findViewer } from "#app/viewer.server.ts";

export { serve } from "#app/platform/http/serve-build.ts";
export { startProcess } from "#app/process.server.ts";

const errorIds = new WeakMap<AppLoadContext, string>();
/** Files that a form was answered with. */
const leaving = new WeakMap<AppLoadContext, Response>();

/** Called by the server around the framework, once a request. */
export function openRequest(nonce: string, pathOf: PathOf, taken: Taken): OpenRequest {
  const after = afterResponse(logError);
  const leave = (file: Response) => void leaving.set(context, file);
  const context: AppLoadContext = { nonce, pathOf, afterResponse: after, taken, leave };
  return { context, errorId: () => errorIds.get(context), finish: () => after.run() };
}

/** What only a bug or a broken machine can cause. Nothing of the request goes into the log. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  errorIds.set(context, logError(error));
};

/** Draws a page once everything it needs is there: a slow line gets one whole document, and no script to mend it. */
export default async function handleRequest(
  request: Request,
  statusCode: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const file = leaving.get(context);
  if (file) return file;
  const hasErrorPage = remixContext.staticHandlerContext.errors !== null;
  const status = hasErrorPage ? publicStatus(statusCode) : statusCode;
  const state: PageState = {
    ...shared(localeOf(request)),
    takesForm: takesForm(remixContext),
    failed: status >= 400,
    viewer: await findViewer(request, context),
    errorId: errorIds.get(context) ?? null,
  };
  const page = (
    <RenderingProvider value={renderingOf(state, context.nonce)}>
      <RemixServer context={remixContext} url={request.url} nonce={context.nonce} />
    </RenderingProvider>
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", state.locale);
  rememberLanguage(request, headers);
  tellWhenToRetry(remixContext, headers);
  const html = await renderWhole(page, context.nonce);
  return new Response(await pageBody(html, headers, request.headers.get("Accept-Encoding")), { status, headers });
}

/** For answers that never reach the framework. */
export function errorPage({ name, cookie, acceptLanguage, errorId }: ErrorPageRequest): string {
  const locale = negotiateLocale(cookie, acceptLanguage);
  const state: PageState = { ...shared(locale), takesForm: false, failed: true, viewer: null, errorId };
  return renderToStaticMarkup(
    <RenderingProvider value={renderingOf(state)}>
      <ErrorDocument name={name} />
    </RenderingProvider>,
  );
}

function shared(locale: Locale) {
  const { DEMO, LEAVE_URL } = env();
  return { locale, demo: DEMO, leaveUrl: LEAVE_URL };
}

function takesForm({ manifest, staticHandlerContext }: EntryContext): boolean {
  const id = staticHandlerContext.matches.at(-1)?.route.id;
  return id !== undefined && manifest.routes[id]?.hasAction === true;
}

/** The framework keeps an action's headers from a document, and a refusal says with one when to try again. */
function tellWhenToRetry({ staticHandlerContext: { actionHeaders } }: EntryContext, headers: Headers): void {
  for (const told of Object.values(actionHeaders)) {
    const seconds = told.get("Retry-After");
    if (seconds) headers.set("Retry-After", seconds);
  }
}

/** A form that came only to be read in another language: from now on every page is. */
function rememberLanguage({ method, url }: Request, headers: Headers): void {
  const locale = method === "POST" ? localeIn(url) : null;
  if (locale) headers.append("Set-Cookie", localeCookie(locale, new URL(url).protocol === "https:"));
}

function renderingOf(state: PageState, nonce = ""): Rendering {
  const messages = loadMessages(state.locale);
  const drawn = new Set<string>();
  const forBrowser = (places: readonly string[]) =>
    // A `</script>` inside a message must not end the tag.
    JSON.stringify({ ...state, messages: messagesForBrowser(messages, drawn, places) }).replaceAll("<", "\\u003c");
  return { ...state, messages, server: { nonce, onUse: (key) => drawn.add(key), forBrowser } };
}
