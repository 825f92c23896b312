import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { ErrorSummary } from "#app/design-system/forms/error-summary.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { ErasureDates } from "#app/features/cases/retention.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { useReporterText } from "./use-reporter-text.ts";

interface ErasePageProps {
  readonly caseId: string;
  readonly isWithdrawn: boolean;
  readonly dates: ErasureDates;
}

/** Erasing for good, with the two days that follow; before withdrawing, the way to that. */
export function ErasePage({ caseId, isWithdrawn, dates }: ErasePageProps) {
  const t = useText();
  const said = useReporterText();
  const { date } = useFormats();
  if (!isWithdrawn) return <WithdrawFirst caseId={caseId} />;
  return (
    <DecisionPage
      back={paths.report(caseId)}
      title={t("reports.erase.heading")}
      lead={said("reports.erase.lead")}
      button={t("reports.erase.button")}
      look="danger"
    >
      <ul>
        <li>{t("reports.erase.text", { date: date(dates.unreadableFrom) })}</li>
        <li>{t("reports.erase.facts", { date: date(dates.goneFrom) })}</li>
        <li>{t("reports.erase.published")}</li>
        <li>{t("reports.erase.left")}</li>
      </ul>
    </DecisionPage>
  );
}

function WithdrawFirst({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const { result } = usePageForm();
  return (
    <Page back={paths.report(caseId)}>
      {result && <ErrorSummary refusal={result.refusal} />}
      <Heading>{t("reports.erase.heading")}</Heading>
      <Lead>{t("refusal.case.withdraw-first")}</Lead>
      <p>
        <a href={paths.reportWithdraw(caseId)}>{t("reports.withdraw.link")}</a>
      </p>
    </Page>
  );
}
