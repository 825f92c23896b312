import { Notice } from "#app/design-system/content/notice.tsx";
import type { ConsentLevel } from "#app/features/taxonomy/codes.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface ConsentReminderProps {
  readonly consent: ConsentLevel;
}

/** What was agreed to, what it looks like to others, and that it can be changed. */
export function ConsentReminder({ consent }: ConsentReminderProps) {
  const t = useText();
  return (
    <Notice title={t("reports.consent.reminder", { level: t(`report.consent.option.${consent}`) })}>
      <p>{t(`report.consent.help.${consent}`)}</p>
      {consent !== "c0_none" && <p className="choice__example">{t(`report.consent.example.${consent}`)}</p>}
      <p>{t("reports.consent.any-time")}</p>
    </Notice>
  );
}
