import { Notice } from "#app/design-system/content/notice.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import type { ConversationBrief } from "#app/features/messages/message-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";

interface NoticeProps {
  readonly brief: ConversationBrief;
}

/** On top of a report's page: what is asked, what is new, and always the way to the conversation. */
export function ReporterConversationNotice({ brief }: NoticeProps) {
  const t = useText();
  const { dateTime } = useFormats();
  const { caseId, question } = brief;
  if (!question) return <ConversationLink brief={brief} href={paths.reportMessages(caseId)} side="reporter" />;
  return (
    <Notice kind="warning" title={t("messages.asked.title")}>
      <p className="note">
        {t("reports.step.when", {
          when: dateTime(new Date(question.at)),
          by: t(`reports.step.by.${question.by}`),
        })}
      </p>
      <div dir="auto" className="timeline__body">
        {question.text}
      </div>
      <ButtonRow>
        <ButtonLink href={paths.reportMessages(caseId)}>{t("messages.asked.answer")}</ButtonLink>
      </ButtonRow>
    </Notice>
  );
}

/** On the page of a case at work. */
export function TeamConversationNotice({ brief }: NoticeProps) {
  return <ConversationLink brief={brief} href={paths.caseMessages(brief.caseId)} side="team" />;
}

interface LinkProps extends NoticeProps {
  readonly href: string;
  readonly side: "reporter" | "team";
}

function ConversationLink({ brief: { count, hasUnread, closed }, href, side }: LinkProps) {
  const t = useText();
  if (hasUnread)
    return (
      <Notice title={t(`messages.unread.${side}`)}>
        <ButtonRow>
          <ButtonLink href={href}>{t("messages.unread.read")}</ButtonLink>
        </ButtonRow>
      </Notice>
    );
  if (count === 0 && closed) return null;
  return (
    <p>
      <a href={href}>{count > 0 ? t("messages.link", { count }) : t(`messages.first.${side}`)}</a>
    </p>
  );
}
