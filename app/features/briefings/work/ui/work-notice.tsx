import { Notice } from "#app/design-system/content/notice.tsx";
import type { ShownWork } from "#app/features/briefings/work/briefing-work-queries.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface WorkNoticeProps {
  readonly briefingId: string;
  readonly work: ShownWork | null;
}

/** On the pages of a briefing: that somebody is at it now, or that the last work came to nothing. */
export function WorkNotice({ briefingId, work }: WorkNoticeProps) {
  const t = useText();
  if (!work || work.standing === "done") return null;
  const isRunning = work.standing === "running";
  const words = isRunning && !work.isOwn ? "somebody-else" : work.standing;
  return (
    <Notice kind={isRunning ? "information" : "warning"} title={t(`drafting.work.heading-${work.kind}`)}>
      <p>
        {t(`drafting.work.notice-${words}`)} <a href={paths.briefingWork(briefingId)}>{t("drafting.work.look")}</a>
      </p>
    </Notice>
  );
}
