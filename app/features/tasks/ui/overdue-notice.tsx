import { Notice } from "#app/design-system/content/notice.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

/** On top of a list of cases: how many tasks are late, and where they stand. Nothing where none is. */
export function OverdueNotice({ count }: { readonly count: number }) {
  const t = useText();
  if (count === 0) return null;
  return (
    <Notice kind="warning" title={t("tasks.overdue.title", { count })}>
      <p>
        <a href={paths.work()}>{t("tasks.overdue.link")}</a>
      </p>
    </Notice>
  );
}
