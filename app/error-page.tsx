import { isRouteErrorResponse } from "@remix-run/react";
import { Page } from "#app/design-system/layout/page.tsx";
import {
  isSignInAgain,
  type SignInAgainData,
  SignInAgainPage,
} from "#app/features/accounts/sign-in/ui/sign-in-again-page.tsx";
import type { Text } from "#app/i18n/text.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { useRendering } from "#app/page-state.tsx";
import { paths } from "#app/paths.ts";

/**
 * The status an error page tells. Not allowed and not there look the same: whoever may not see a thing must not learn
 * that it exists.
 */
export function publicStatus(status: number): number {
  return status === 403 ? 404 : status;
}

export function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? publicStatus(error.status) : 500;
}

/** What a session that ended, or an act that needs a fresh proof, left to be taken up again; null for other errors. */
export function signInAgainIn(error: unknown): SignInAgainData | null {
  return isRouteErrorResponse(error) && error.status === 401 && isSignInAgain(error.data) ? error.data : null;
}

export function errorTitle(status: number | string, t: Text): string {
  return t.dynamic(`common.error.${wordsFor(status, t)}.title`);
}

interface ErrorPageProps {
  readonly error: unknown;
}

export function ErrorPage({ error }: ErrorPageProps) {
  const { viewer } = useRendering();
  const again = signInAgainIn(error);
  if (again) return <SignInAgainPage data={again} handle={viewer?.handle} />;
  const seconds = isRouteErrorResponse(error) ? Number(error.data?.retryAfterSeconds) : Number.NaN;
  return <ErrorWords name={String(statusOf(error))} retryAfterSeconds={Number.isFinite(seconds) ? seconds : null} />;
}

interface ErrorWordsProps {
  /** A status, or the name of a special case below `common.error`. */
  readonly name: string;
  readonly retryAfterSeconds?: number | null;
}

export function ErrorWords({ name, retryAfterSeconds = null }: ErrorWordsProps) {
  const t = useText();
  const { errorId } = useRendering();
  const known = wordsFor(name, t);
  const minutes = Math.ceil((retryAfterSeconds ?? 0) / 60);
  return (
    <Page>
      <h1>{t.dynamic(`common.error.${known}.title`)}</h1>
      <p className="lead">{t.dynamic(`common.error.${known}.body`)}</p>
      {retryAfterSeconds !== null && <p>{t("common.error.429.retry", { minutes })}</p>}
      {errorId && <p className="note">{t("common.error.number", { id: errorId })}</p>}
      <p>
        <a href={paths.home()}>{t("common.error.home")}</a>
      </p>
    </Page>
  );
}

/** A status without words of its own borrows those of its kind. */
function wordsFor(name: string | number, t: Text): string {
  if (t.has(`common.error.${name}.title`)) return String(name);
  return Number(name) < 500 ? "400" : "500";
}
