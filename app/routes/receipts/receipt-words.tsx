import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { clearShelf } from "#app/access/shelf.server.ts";
import { wordsToShow } from "#app/features/cases/receipts/receipt-words.server.ts";
import { WordsPage } from "#app/features/cases/receipts/ui/words-page.tsx";
import { ownReportPath } from "#app/features/cases/reporting/own-report-path.server.ts";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "report.page.title", form: false });

export const loader = guardedLoader({ may: "receipt.keep" }, async ({ actor, session, url }) => {
  const words = await wordsToShow(actor, session);
  if (!words) throw redirect(await ownReportPath(actor, "sent"));
  return { words, origin: url.origin };
});

/** Written down: from here on only the paper knows them. */
export const action = guardedAction({ may: "receipt.keep", form: emptyForm }, async ({ actor, session }) => {
  await clearShelf(session, "receipt-words");
  return redirect(await ownReportPath(actor, "sent"));
});

export default function ReceiptWords() {
  return <WordsPage {...useLoaderData<typeof loader>()} />;
}
