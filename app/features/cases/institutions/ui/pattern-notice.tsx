import { Notice } from "#app/design-system/content/notice.tsx";
import { ButtonLink } from "#app/design-system/forms/button.tsx";
import { PATTERN_FROM, patternOf } from "#app/features/cases/institutions/pattern.ts";
import { NAMED_FROM } from "#app/features/disclosure/rules/named-institutions.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface PatternNoticeProps {
  readonly institutionId: string;
  readonly organisations: number;
  readonly isAsked: boolean;
}

/** Says when the cases of an institution are more than one organisation's trouble, and what follows from it. */
export function PatternNotice({ institutionId, organisations, isAsked }: PatternNoticeProps) {
  const t = useText();
  const pattern = patternOf(organisations);
  if (pattern === "none" && !isAsked) return null;
  return (
    <Notice title={t(`institutions.pattern.${pattern}`, { organisations })}>
      <p>{t("institutions.pattern.why", { pattern: PATTERN_FROM, named: NAMED_FROM })}</p>
      <ButtonLink href={paths.institutionReply(institutionId)} look="secondary">
        {t(isAsked ? "institutions.reply.change" : "institutions.reply.begin")}
      </ButtonLink>
    </Notice>
  );
}
