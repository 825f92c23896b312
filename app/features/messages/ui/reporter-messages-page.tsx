import type { ReactNode } from "react";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { AccountNumberNotice } from "#app/features/cases/questionnaire/ui/account-number-notice.tsx";
import { useReporterText } from "#app/features/cases/reporting/ui/use-reporter-text.ts";
import { MESSAGE_MAX } from "#app/features/messages/message.ts";
import type { MessageFile } from "#app/features/messages/message-file.ts";
import type { ConversationData } from "#app/features/messages/message-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { accountNumberPlaces } from "#app/kernel/account-number-mask.ts";
import { paths } from "#app/paths.ts";
import { Conversation } from "./conversation.tsx";
import { MarkReadForm, SeenAt } from "./mark-read-form.tsx";
import { MessageFilesField } from "./message-files.tsx";

interface PageProps {
  readonly data: ConversationData;
  readonly files: readonly MessageFile[];
  /** takes files with the message; it stands last in its form */
  readonly chooser: ReactNode;
}

/** What the organisation and the team have written to each other, and below it where to answer. */
export function ReporterMessagesPage({ data, files, chooser }: PageProps) {
  const t = useText();
  const said = useReporterText();
  const { caseId, reference, messages, hasUnread, seenAt, closed } = data;
  return (
    <Page back={paths.report(caseId)} caption={<bdi>{reference}</bdi>}>
      <Heading>{t("messages.heading")}</Heading>
      {messages.length > 0 ? (
        <Conversation messages={messages} side="reporter" files={files} />
      ) : (
        !closed && (
          <EmptyState title={t("messages.empty.title")}>
            <p>{said("messages.empty.reporter")}</p>
          </EmptyState>
        )
      )}
      {closed ? <Notice>{t(`refusal.${closed}`)}</Notice> : <AnswerForm data={data} files={files} chooser={chooser} />}
      {hasUnread && <MarkReadForm action={paths.reportMessagesRead(caseId)} seenAt={seenAt} alone={closed !== null} />}
    </Page>
  );
}

function AnswerForm({ data: { seenAt, isAsked, team, hasLead }, files, chooser }: PageProps) {
  const t = useText();
  const said = useReporterText();
  const { formToken, result } = usePageForm();
  const typed = [result?.values.text ?? []].flat();
  return (
    <Form formToken={formToken} result={result} encType="multipart/form-data">
      <SeenAt at={seenAt} />
      <AccountNumberNotice places={typed.flatMap(accountNumberPlaces)} />
      <TextArea
        name="text"
        label={t(isAsked ? "messages.form.answer" : "messages.form.label")}
        hint={t("messages.form.hint")}
        maxLength={MESSAGE_MAX}
      />
      <MessageFilesField files={files} />
      <Notice kind="sealed">
        <p>{said(hasLead ? "reports.add.readers-lead" : "reports.add.readers", { team })}</p>
      </Notice>
      {chooser}
      <ButtonRow>
        <Button>{t("common.action.send")}</Button>
      </ButtonRow>
    </Form>
  );
}
