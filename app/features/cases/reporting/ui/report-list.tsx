import { Card } from "#app/design-system/content/card.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { ListedDraft, ListedReport, ReportList } from "#app/features/cases/reporting/report-list.ts";
import { CaseStatusWords } from "#app/features/cases/ui/case-status-words.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";

interface ReportListPageProps {
  readonly list: ReportList;
  readonly now: string;
  /** ids of the cases in which the team has written something new */
  readonly unread: readonly string[];
  /** ids of the cases of which the team wants to hand something on, and waits for a word */
  readonly asked: readonly string[];
  /** cases in which a story waits for a word */
  readonly stories: readonly string[];
}

/** Where a reporter arrives: go on with what was begun, look at what was sent, begin anew. */
export function ReportListPage({ list: { drafts, cases }, now, unread, asked, stories }: ReportListPageProps) {
  const t = useText();
  const isEmpty = drafts.length + cases.length === 0;
  return (
    <Page>
      <Heading>{t("reports.heading")}</Heading>
      <Lead>{t("reports.lead")}</Lead>
      {isEmpty && (
        <EmptyState title={t("reports.empty.title")}>
          <p>{t("reports.empty.body")}</p>
        </EmptyState>
      )}
      <BeginForm />
      {drafts.length > 0 && <Heading level={2}>{t("reports.drafts")}</Heading>}
      {drafts.map((draft) => (
        <DraftCard key={draft.id} draft={draft} />
      ))}
      {cases.length > 0 && <Heading level={2}>{t("reports.sent")}</Heading>}
      {cases.map((one) => (
        <CaseCard
          key={one.id}
          one={one}
          now={now}
          isNew={unread.includes(one.id)}
          isAsked={asked.includes(one.id)}
          hasStory={stories.includes(one.id)}
        />
      ))}
    </Page>
  );
}

function BeginForm() {
  const t = useText();
  const { formToken } = usePageForm();
  return (
    <Form formToken={formToken} action={paths.reportNew()}>
      <ButtonRow>
        <Button>{t("reports.begin")}</Button>
      </ButtonRow>
    </Form>
  );
}

function DraftCard({ draft: { id, title, group, answered, asked, isReady } }: { readonly draft: ListedDraft }) {
  const t = useText();
  const words = title ?? t(group ? `report.incidentGroup.option.${group}` : "reports.draft.untitled");
  return (
    <Card level={3} title={<a href={paths.draft(id)}>{words}</a>}>
      <p>
        {t("reports.draft.progress", { answered, asked })} {isReady && t("reports.draft.ready")}
      </p>
    </Card>
  );
}

interface CaseCardProps {
  readonly one: ListedReport;
  readonly now: string;
  readonly isNew: boolean;
  readonly isAsked: boolean;
  readonly hasStory: boolean;
}

function CaseCard({ one, now, isNew, isAsked, hasStory }: CaseCardProps) {
  const t = useText();
  const { date } = useFormats();
  return (
    <Card level={3} title={<a href={paths.report(one.id)}>{one.title ?? one.reference}</a>}>
      <p className="note">
        {t.rich("reports.sent-as", { reference: <code>{one.reference}</code>, date: date(new Date(one.receivedAt)) })}
      </p>
      {(isNew || isAsked || hasStory) && (
        <p>
          {isNew && <Tag>{t("reports.new-message")}</Tag>}{" "}
          {isAsked && <Tag tone="amber">{t("reports.referral-asked")}</Tag>}{" "}
          {hasStory && <Tag tone="amber">{t("reports.story-asked")}</Tag>}
        </p>
      )}
      <CaseStatusWords status={one.status} promise={one.promise} now={now} />
    </Card>
  );
}
