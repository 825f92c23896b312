import { Notice } from "#app/design-system/content/notice.tsx";
import type { RelationsBrief } from "#app/features/cases/relations/relations-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface RelationsNoticeProps {
  readonly caseId: string;
  readonly brief: RelationsBrief;
}

/** On a case's page: that it was merged, that it may be a duplicate, or only the way to what it belongs together with. */
export function RelationsNotice({ caseId, brief: { relations, hints, mergedInto } }: RelationsNoticeProps) {
  const t = useText();
  const link = <a href={paths.caseRelations(caseId)}>{t("relations.link", { count: relations })}</a>;
  if (mergedInto !== null) {
    return (
      <Notice title={mergedInto ? t("relations.merged-into", { reference: mergedInto }) : t("relations.merged-away")}>
        <p>{link}</p>
      </Notice>
    );
  }
  if (hints === 0) return <p>{link}</p>;
  return (
    <Notice kind="warning" title={t("relations.hints.notice", { count: hints })}>
      <p>
        <a href={paths.caseRelations(caseId)}>{t("relations.hints.look")}</a>
        {relations > 0 && (
          <>
            <br />
            {link}
          </>
        )}
      </p>
    </Notice>
  );
}
