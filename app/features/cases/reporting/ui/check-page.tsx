import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { SummaryList } from "#app/design-system/content/summary-list.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { ErrorSummary } from "#app/design-system/forms/error-summary.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { AccountNumberList } from "#app/features/cases/questionnaire/ui/account-number-notice.tsx";
import { answerNode } from "#app/features/cases/questionnaire/ui/answer-parts.tsx";
import { AnswerSections } from "#app/features/cases/questionnaire/ui/answer-sections.tsx";
import type { CheckLink, CheckPageData } from "#app/features/cases/reporting/check-page.ts";
import { PromiseWords } from "#app/features/cases/ui/case-status-words.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { ConsentReminder } from "./consent-words.tsx";
import { useReporterText } from "./use-reporter-text.ts";

interface CheckPageProps {
  readonly data: CheckPageData;
  readonly now: string;
}

/** Everything as it would be sent, each answer with its way back, and one button. */
export function CheckPage({ data, now }: CheckPageProps) {
  const t = useText();
  const { result } = usePageForm();
  const isReady = data.missing.length === 0 && data.numbered.length === 0;
  return (
    <Page back={paths.draft(data.draftId)} caption={t("reports.draft.heading")}>
      {result && <ErrorSummary refusal={result.refusal} />}
      <Heading>{t("reports.check.heading")}</Heading>
      <Lead>{t(isReady ? "reports.check.lead" : "reports.check.lead-open")}</Lead>
      <Missing links={data.missing} />
      <Numbered data={data} />
      <AnswerSections sections={data.sections} />
      <Dropped data={data} />
      {isReady && <Send data={data} now={now} />}
    </Page>
  );
}

function Missing({ links }: { readonly links: readonly CheckLink[] }) {
  const t = useText();
  if (links.length === 0) return null;
  return (
    <Notice kind="warning" title={t("reports.check.missing")}>
      <ul>
        {links.map(({ titleKey, href }) => (
          <li key={href}>
            <a href={href}>{t.dynamic(titleKey)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Where whole account numbers stand. They are cut down here, or changed by hand on their own page. */
function Numbered({ data: { draftId, version, numbered } }: { readonly data: CheckPageData }) {
  const t = useText();
  const { formToken } = usePageForm();
  if (numbered.length === 0) return null;
  return (
    <Notice kind="warning" title={t("report.page.number.title")}>
      <p>{t("report.page.number.why")}</p>
      {numbered.map(({ titleKey, href, places }) => (
        <div key={href}>
          <a href={href}>{t.dynamic(titleKey)}</a>
          <AccountNumberList places={places} />
        </div>
      ))}
      <Form formToken={formToken} recordVersion={version} action={paths.draftMask(draftId)}>
        <Button look="secondary">{t("report.page.number.mask-all")}</Button>
      </Form>
    </Notice>
  );
}

function Dropped({ data: { dropped } }: { readonly data: CheckPageData }) {
  const t = useText();
  if (dropped.length === 0) return null;
  const rows = dropped.map(({ titleKey, parts }) => ({ term: t.dynamic(titleKey), value: answerNode(parts) }));
  return (
    <section>
      <Heading level={2}>{t("reports.check.dropped.heading")}</Heading>
      <p>{t("reports.check.dropped.why")}</p>
      <SummaryList rows={rows} />
    </section>
  );
}

function Send({ data: { draftId, version, readers, consent, promise }, now }: CheckPageProps) {
  const t = useText();
  const said = useReporterText();
  const { formToken } = usePageForm();
  return (
    <Form formToken={formToken} recordVersion={version} action={paths.draftCheck(draftId)}>
      <Heading level={2}>{t("reports.check.send.heading")}</Heading>
      {consent && <ConsentReminder consent={consent} />}
      <Notice kind="sealed">
        <p>
          {said(readers.walled ? "reports.check.send.readers-walled" : "reports.check.send.readers", {
            team: readers.team,
          })}
        </p>
      </Notice>
      {promise && <PromiseWords promise={promise} now={now} />}
      <ButtonRow>
        <Button>{t("reports.check.send.button")}</Button>
      </ButtonRow>
    </Form>
  );
}
