import { sessionName } from "#app/features/briefings/session-name.ts";
import { useText } from "#app/i18n/text-context.tsx";

export interface DraftNameProps {
  readonly title: string;
  readonly session: string;
}

/** Which briefing a page is about, above its question. */
export function DraftName({ title, session }: DraftNameProps) {
  const t = useText();
  return (
    <>
      <bdi>{title || t("drafting.untitled")}</bdi> · {sessionName(session, t)}
    </>
  );
}
