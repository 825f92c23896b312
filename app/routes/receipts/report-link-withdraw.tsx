import { redirect } from "@remix-run/node";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { clearShelf } from "#app/access/shelf.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { withdrawReportLink } from "#app/features/cases/receipts/report-links.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "receipt.link.title", leave: false });

export const loader = guardedLoader({ may: "link.manage" }, async () => ({}));

export const action = guardedAction({ may: "link.manage", form: emptyForm }, async ({ actor, session }) => {
  const withdrawn = await withdrawReportLink(actor);
  if (!withdrawn.ok) return refused(withdrawn.refusal);
  await clearShelf(session, "link");
  return redirect(paths.reportLink());
});

export default function WithdrawReportLink() {
  const t = useText();
  return (
    <DecisionPage
      back={paths.reportLink()}
      title={t("receipt.link.withdraw.heading")}
      lead={t("receipt.link.withdraw.lead")}
      button={t("receipt.link.withdraw.button")}
      look="danger"
    />
  );
}
