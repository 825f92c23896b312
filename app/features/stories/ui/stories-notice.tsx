import { Notice } from "#app/design-system/content/notice.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import type { StoriesBrief } from "#app/features/stories/story-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface NoticeProps {
  readonly brief: StoriesBrief;
}

/** On the page of a case: a no of its reporter, and always the way to the stories. */
export function TeamStoriesNotice({ brief: { caseId, count, declined } }: NoticeProps) {
  const t = useText();
  const link = <a href={paths.caseStories(caseId)}>{t("stories.link.team", { count })}</a>;
  if (declined === 0) return <p>{link}</p>;
  return (
    <Notice kind="information" title={t("stories.notice.declined")}>
      <p>{link}</p>
    </Notice>
  );
}

/** On top of a report's page: a text that waits for its reporter's word. */
export function ReporterStoriesNotice({ brief: { caseId, asked } }: NoticeProps) {
  const t = useText();
  if (asked === 0) return null;
  return (
    <Notice kind="warning" title={t("stories.reporter.asked-title")}>
      <ButtonRow>
        <ButtonLink href={paths.reportPublished(caseId)}>{t("stories.reporter.look")}</ButtonLink>
      </ButtonRow>
    </Notice>
  );
}
