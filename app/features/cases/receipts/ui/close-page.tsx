import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

/** Closing a report without an account. Without words it would be lost, and the way to them stands first. */
export function CloseReceiptPage({ hasWords }: { readonly hasWords: boolean }) {
  const t = useText();
  return (
    <DecisionPage
      back={paths.reports()}
      title={t("receipt.close.heading")}
      lead={t(hasWords ? "receipt.close.lead" : "receipt.close.lost")}
      button={t("receipt.nav.close")}
      {...(!hasWords && { look: "danger" })}
    >
      {!hasWords && (
        <p>
          <a href={paths.receiptKeep()}>{t("receipt.close.keep")}</a>
        </p>
      )}
    </DecisionPage>
  );
}
