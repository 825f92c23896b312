import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { UNSENT_KEPT_WEEKS } from "#app/features/cases/receipts/receipt-expiry.ts";
import { hasWords, saveForLater, wordsToShow } from "#app/features/cases/receipts/receipt-words.server.ts";
import { KeepPage, KeptPage } from "#app/features/cases/receipts/ui/keep-page.tsx";
import { ownReportPath } from "#app/features/cases/reporting/own-report-path.server.ts";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "report.page.title", form: false });

export const loader = guardedLoader({ may: "receipt.keep" }, async ({ actor, session }) => {
  if (await wordsToShow(actor, session)) throw redirect(paths.receiptWords());
  // What was sent has its words, and is saved as it is.
  const own = await ownReportPath(actor);
  if (own !== paths.draft(actor.userId)) throw redirect(own);
  return { hasWords: await hasWords(actor), weeks: UNSENT_KEPT_WEEKS };
});

export const action = guardedAction({ may: "receipt.keep", form: emptyForm }, async ({ actor, session }) => {
  const saved = await saveForLater(actor, session);
  return saved.ok ? redirect(paths.receiptWords()) : refused(saved.refusal);
});

export default function KeepReceipt() {
  const { hasWords, weeks } = useLoaderData<typeof loader>();
  return hasWords ? <KeptPage weeks={weeks} /> : <KeepPage weeks={weeks} />;
}
