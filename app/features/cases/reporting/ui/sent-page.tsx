import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { AnswerPromise } from "#app/features/cases/case-promise.ts";
import { PromiseWords } from "#app/features/cases/ui/case-status-words.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { useIsReceipt, useReporterText } from "./use-reporter-text.ts";

interface SentPageProps {
  readonly id: string;
  readonly reference: string;
  readonly promise: AnswerPromise;
  readonly team: string;
  readonly now: string;
}

/** What somebody must know who closes the browser now: that it arrived, its reference, what comes next and by when. */
export function SentPage({ id, reference, promise, team, now }: SentPageProps) {
  const t = useText();
  const said = useReporterText();
  const isReceipt = useIsReceipt();
  return (
    <Page>
      <Heading>{t("reports.done.heading")}</Heading>
      <Notice kind="success" title={t("cases.reference.label")}>
        <p className="reference">
          <code>{reference}</code>
        </p>
        <p>{t("reports.done.reference")}</p>
      </Notice>
      <Heading level={2}>{t("reports.done.next")}</Heading>
      <Lead>{t("reports.done.team", { team })}</Lead>
      <PromiseWords promise={promise} now={now} />
      <ul>
        <li>{said("reports.done.come-back")}</li>
        <li>{t("reports.done.no-mail")}</li>
        <li>{t("reports.done.change")}</li>
      </ul>
      <p>
        <a href={paths.reportFiles(id)}>{t("evidence.link.sent")}</a>
      </p>
      <ButtonRow>
        <ButtonLink href={paths.report(id)}>{t("reports.done.read")}</ButtonLink>
        <ButtonLink href={isReceipt ? paths.signOut() : paths.reports()} look="secondary">
          {t(isReceipt ? "receipt.nav.close" : "reports.done.list")}
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}
