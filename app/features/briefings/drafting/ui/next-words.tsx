import type { NextStep } from "#app/features/briefings/drafting/briefing-steps.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface NextWordsProps {
  readonly next: readonly NextStep[];
  readonly role: string;
}

/** Whose turn it is, and for what. What is the reader's own stands first and in bold. */
export function NextWords({ next, role }: NextWordsProps) {
  const t = useText();
  const own = next.find((step) => step.role === role);
  const others = next.filter((step) => step.role !== role);
  if (next.length === 0) return <span className="quiet">{t("drafting.list.nothing")}</span>;
  return (
    <>
      {own && <b>{t(`drafting.next.${own.name}`)}</b>}
      {others.map((step) => (
        <span key={step.name} className="quiet">
          {own && " · "}
          {t(`drafting.waiting.${step.role}`, { step: t(`drafting.next.${step.name}`) })}
        </span>
      ))}
    </>
  );
}
