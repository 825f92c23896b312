import { Notice } from "#app/design-system/content/notice.tsx";
import type { NextStep } from "#app/features/briefings/drafting/briefing-steps.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface TurnProps {
  readonly next: readonly NextStep[];
  readonly role: string;
}

/** What the reader can do now, or for whom everybody waits. */
export function Turn({ next, role }: TurnProps) {
  const t = useText();
  const own = next.find((step) => step.role === role);
  if (next.length === 0) return null;
  return (
    <Notice
      kind={own ? "warning" : "information"}
      title={own ? t("drafting.yours", { step: t(`drafting.next.${own.name}`) }) : null}
    >
      {next
        .filter((step) => step !== own)
        .map((step) => (
          <p key={step.name}>{t(`drafting.waiting.${step.role}`, { step: t(`drafting.next.${step.name}`) })}</p>
        ))}
    </Notice>
  );
}
