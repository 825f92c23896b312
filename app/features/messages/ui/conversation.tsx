import { Tag } from "#app/design-system/content/tag.tsx";
import { Timeline } from "#app/design-system/content/timeline.tsx";
import { useReporterText } from "#app/features/cases/reporting/ui/use-reporter-text.ts";
import type { MessageSide } from "#app/features/messages/message.ts";
import type { MessageFile } from "#app/features/messages/message-file.ts";
import type { ReadMessage } from "#app/features/messages/message-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { NamedFiles } from "./message-files.tsx";

interface ConversationProps {
  readonly messages: readonly ReadMessage[];
  /** whose page it is: the other side is told by its role */
  readonly side: MessageSide;
  /** of the case, for the messages that name some */
  readonly files: readonly MessageFile[];
}

/** Who wrote what and when, oldest first. Each text keeps its own direction, and nothing in it becomes a link. */
export function Conversation({ messages, side, files }: ConversationProps) {
  const { dateTime } = useFormats();
  return (
    <Timeline
      entries={messages.map((message) => ({
        key: message.id,
        when: dateTime(new Date(message.at)),
        title: <Writer message={message} side={side} />,
        body: (
          <>
            <div dir="auto">{message.text}</div>
            <NamedFiles ids={message.files} files={files} />
          </>
        ),
        own: message.isOwn,
      }))}
    />
  );
}

function Writer({ message: { by, asks, isNew }, side }: { readonly message: ReadMessage; readonly side: MessageSide }) {
  const t = useText();
  const said = useReporterText();
  return (
    <>
      {said(`messages.by-for-${side}.${by}`)} {asks && <Tag tone="amber">{t("messages.question")}</Tag>}{" "}
      {isNew && <Tag>{t("messages.new")}</Tag>}
    </>
  );
}
