import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { hasWords } from "#app/features/cases/receipts/receipt-words.server.ts";
import { CloseReceiptPage } from "#app/features/cases/receipts/ui/close-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { leave } from "#app/leave.server.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "sign-in.out.title" });

/** Closing a report that has no words yet loses it, and the page must say so. */
export const loader = guardedLoader({ may: "session.end" }, async ({ actor }) => ({
  receipt: actor.role === "receipt" ? { hasWords: await hasWords(actor) } : null,
}));

export const action = guardedAction({ may: "session.end", form: emptyForm }, async ({ session, request }) =>
  leave(session, paths.signedOut(localeOf(request))),
);

export default function SignOut() {
  const t = useText();
  const { receipt } = useLoaderData<typeof loader>();
  if (receipt) return <CloseReceiptPage hasWords={receipt.hasWords} />;
  return (
    <DecisionPage
      back={paths.account()}
      title={t("sign-in.out.heading")}
      lead={t("sign-in.out.lead")}
      button={t("common.nav.sign-out")}
    />
  );
}
