import { isRouteErrorResponse } from "@remix-run/react";
import { Page } from "#app/design-system/layout/page.tsx";
import {
  isKeptForm,
  type KeptFormData,
  KeptFormPage,
  keptFormTitle,
} from "#app/features/accounts/sign-in/ui/kept-form-page.tsx";
import { isReceiptForm, receiptAgain } from "#app/features/cases/receipts/receipt-again.ts";
import { ReceiptAgainPage } from "#app/features/cases/receipts/ui/receipt-again-page.tsx";
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

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? publicStatus(error.status) : 500;
}

/** A form that could not be taken now and came back on another page, with all that was typed; null for other errors. */
function keptFormIn(error: unknown): KeptFormData | null {
  return isRouteErrorResponse(error) && isKeptForm(error.data) ? error.data : null;
}

/** Whether the page of an error carries what somebody typed. */
export function isFormKept(error: unknown): boolean {
  return keptFormIn(error) !== null;
}

export function errorTitle(error: unknown, t: Text): string {
  const kept = keptFormIn(error);
  return kept ? keptFormTitle(kept, t) : wordsTitle(statusOf(error), t);
}

/** @param name a status, or the name of a special case below `common.error` */
export function wordsTitle(name: string | number, t: Text): string {
  return t.dynamic(`common.error.${wordsFor(name, t)}.title`);
}

interface ErrorPageProps {
  readonly error: unknown;
}

export function ErrorPage({ error }: ErrorPageProps) {
  const { viewer } = useRendering();
  const kept = keptFormIn(error);
  if (kept && isReceiptForm(kept)) return <ReceiptAgainPage {...receiptAgain(kept)} />;
  if (kept) return <KeptFormPage data={kept} handle={viewer?.handle} />;
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
