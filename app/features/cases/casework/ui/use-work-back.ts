import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

/** The way back to the list somebody works from: a lead's own cases, or the team's. */
export function useWorkBack(isLead: boolean): { readonly href: string; readonly label: string } {
  const t = useText();
  return isLead
    ? { href: paths.assigned(), label: t("casework.assigned.heading") }
    : { href: paths.queue(), label: t("casework.queue.heading") };
}
