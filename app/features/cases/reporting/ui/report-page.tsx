import type { ReactNode } from "react";
import { Card } from "#app/design-system/content/card.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Timeline } from "#app/design-system/content/timeline.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { StepChanges } from "#app/features/cases/history/ui/step-changes.tsx";
import { AnswerSections } from "#app/features/cases/questionnaire/ui/answer-sections.tsx";
import type { ReportPageData } from "#app/features/cases/reporting/report-page.ts";
import { CaseStatusWords } from "#app/features/cases/ui/case-status-words.tsx";
import type { MessageKey } from "#app/i18n/catalogue.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { ConsentReminder } from "./consent-words.tsx";
import { useListBack, useReporterText } from "./use-reporter-text.ts";

interface ReportPageProps {
  readonly data: ReportPageData;
  readonly now: string;
  /** what is asked and what is new: the conversation stands on a floor above */
  readonly conversation: ReactNode;
  /** the way to the files, which stand there too */
  readonly files: ReactNode;
  /** what was tried for it, and how the matter stands */
  readonly done: ReactNode;
  /** briefings, which stand on a floor above, that may have counted it */
  readonly published: ReactNode;
}

/** A sent report: where it stands, who reads it, what was done, and all that was said. */
export function ReportPage({ data, now, conversation, files, done, published }: ReportPageProps) {
  const t = useText();
  const { reference, status, promise, title, isUsable, caseId } = data;
  const isAsked = status === "needs_clarification";
  return (
    <Page width="page" {...useListBack()} caption={<bdi>{reference}</bdi>} aside={<Beside data={data} />}>
      <Heading>{title ?? t("reports.draft.heading")}</Heading>
      {conversation}
      <Notice kind={isUsable && !isAsked ? "success" : "information"} title={t("reports.read.next")}>
        <CaseStatusWords status={status} promise={promise} now={now} />
      </Notice>
      {isUsable && (
        <ButtonRow>
          <ButtonLink href={paths.reportAdd(caseId)} look={isAsked ? "secondary" : "primary"}>
            {t("reports.add.link")}
          </ButtonLink>
        </ButtonRow>
      )}
      {files}
      {status === "withdrawn_by_reporter" && (
        <p>
          <a href={paths.reportErase(caseId)}>{t("reports.erase.link")}</a>
        </p>
      )}
      <Additions data={data} />
      <Heading level={2}>{t("reports.read.steps")}</Heading>
      {done}
      <Steps data={data} />
      {published}
      <Heading level={2}>{t("reports.read.answers")}</Heading>
      <AnswerSections sections={data.sections} level={3} />
    </Page>
  );
}

function Beside({ data }: { readonly data: ReportPageData }) {
  const t = useText();
  const { consent, isUsable, caseId, recipients } = data;
  return (
    <>
      <Readers data={data} />
      {consent && isUsable && (
        <>
          <ConsentReminder consent={consent} />
          {consent === "c4_confidential_to_named" && recipients && (
            <p>
              {t("reports.read.recipients")} <bdi>{recipients}</bdi>
            </p>
          )}
          <p>
            <a href={paths.reportPublished(caseId)}>{t("reports.read.published")}</a>
          </p>
          <p>
            <a href={paths.reportConsent(caseId)}>{t("reports.consent.link")}</a>
          </p>
          <p>
            <a href={paths.reportWithdraw(caseId)}>{t("reports.withdraw.link")}</a>
          </p>
        </>
      )}
    </>
  );
}

function Readers({ data: { readers } }: { readonly data: ReportPageData }): ReactNode {
  const t = useText();
  const said = useReporterText();
  return (
    <Card title={t("reports.readers.heading")}>
      <ul>
        <li>{said("reports.readers.you")}</li>
        <li>{t(readers.walled ? "reports.readers.team-walled" : "reports.readers.team", { team: readers.team })}</li>
        {readers.hasLead && <li>{t("reports.readers.lead")}</li>}
      </ul>
      <p className="note">{t("reports.readers.nobody")}</p>
    </Card>
  );
}

function Additions({ data: { additions } }: { readonly data: ReportPageData }) {
  const t = useText();
  const { dateTime } = useFormats();
  if (additions.length === 0) return null;
  return (
    <>
      <Heading level={2}>{t("reports.read.additions")}</Heading>
      <Timeline
        entries={additions.map(({ text, at }) => ({
          key: at,
          when: dateTime(new Date(at)),
          title: t("reports.step.added-to"),
          body: <div dir="auto">{text}</div>,
          own: true,
        }))}
      />
    </>
  );
}

function Steps({ data: { steps } }: { readonly data: ReportPageData }) {
  const t = useText();
  const said = useReporterText();
  const { dateTime } = useFormats();
  return (
    <Timeline
      entries={steps.map(({ title, outcome, changes, by, at }) => ({
        key: at + title,
        when: t("reports.step.when", { when: dateTime(new Date(at)), by: said(`reports.step.by.${by}` as MessageKey) }),
        title: t.dynamic(title),
        body: (outcome || changes.length > 0) && (
          <>
            {outcome && <p>{t.dynamic(outcome)}</p>}
            <StepChanges changes={changes} />
          </>
        ),
        own: by === "reporter",
      }))}
    />
  );
}
