import type { IncidentType } from "#app/features/taxonomy/codes.ts";
import { type IncidentGroup, incidentGroupOf } from "#app/features/taxonomy/incident-groups.ts";
import type { Text } from "#app/i18n/text.tsx";

/** What a report is about, in the words in which its reporter chose it: "A bank account: Closed the account". */
export function incidentWords(
  t: Text,
  incident: IncidentType | null,
  group: IncidentGroup | null = null,
): string | null {
  const kind = incident ? incidentGroupOf(incident) : group;
  if (!kind) return null;
  const about = t(`report.incidentGroup.option.${kind}`);
  return incident ? t("reports.about", { about, what: t(`report.incident.option.${incident}`) }) : about;
}
