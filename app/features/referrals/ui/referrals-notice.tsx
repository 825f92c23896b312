import { Notice } from "#app/design-system/content/notice.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import type { ReferralsBrief } from "#app/features/referrals/referral-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface NoticeProps {
  readonly brief: ReferralsBrief;
}

/** On the page of a case: what has to be done about what was handed on, and always the way to it. */
export function TeamReferralsNotice({ brief: { caseId, count, ready, recalled } }: NoticeProps) {
  const t = useText();
  const href = paths.caseReferrals(caseId);
  if (recalled + ready === 0)
    return (
      <p>
        <a href={href}>{t("referrals.link.team", { count })}</a>
      </p>
    );
  return (
    <Notice
      kind={recalled > 0 ? "danger" : "information"}
      title={recalled > 0 ? t("referrals.notice.recalled") : t("referrals.notice.ready", { count: ready })}
    >
      <p>
        <a href={href}>{t("referrals.notice.look")}</a>
      </p>
    </Notice>
  );
}

/** On top of a report's page: what waits for its reporter's word, and always the way to the list. */
export function ReporterReferralsNotice({ brief: { caseId, count, asked } }: NoticeProps) {
  const t = useText();
  const href = paths.reportReferrals(caseId);
  if (asked === 0)
    return (
      <p>
        <a href={href}>{t("referrals.link.reporter", { count })}</a>
      </p>
    );
  return (
    <Notice kind="warning" title={t("referrals.notice.asked")}>
      <ButtonRow>
        <ButtonLink href={href}>{t("referrals.notice.asked-look")}</ButtonLink>
      </ButtonRow>
    </Notice>
  );
}
