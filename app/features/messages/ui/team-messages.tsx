import type { ReactNode } from "react";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import type { MessageFile } from "#app/features/messages/message-file.ts";
import type { ConversationData } from "#app/features/messages/message-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { Conversation } from "./conversation.tsx";
import { MarkReadForm } from "./mark-read-form.tsx";
import { TeamMessageForm } from "./team-message-form.tsx";

interface TeamMessagesProps {
  readonly data: ConversationData;
  readonly files: readonly MessageFile[];
  readonly chooser: ReactNode;
  readonly mayAsk: boolean;
  /** what was typed before a ready text was asked for, with that text in it */
  readonly typed: FormValues | null;
}

/** The conversation of a case for the people who work on it. */
export function TeamMessages({ data, files, chooser, mayAsk, typed }: TeamMessagesProps) {
  const t = useText();
  const { caseId, messages, hasUnread, seenAt, closed } = data;
  return (
    <>
      {messages.length > 0 ? (
        <Conversation messages={messages} side="team" files={files} />
      ) : (
        !closed && (
          <EmptyState title={t("messages.empty.title")}>
            <p>{t("messages.empty.team")}</p>
          </EmptyState>
        )
      )}
      {closed ? (
        <Notice>{t(`refusal.${closed}`)}</Notice>
      ) : (
        <TeamMessageForm data={data} files={files} chooser={chooser} mayAsk={mayAsk} typed={typed} />
      )}
      {hasUnread && <MarkReadForm action={paths.caseMessagesRead(caseId)} seenAt={seenAt} alone={closed !== null} />}
    </>
  );
}
