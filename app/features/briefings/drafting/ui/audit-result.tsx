import { Facts } from "#app/design-system/content/facts.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import type { Certificate } from "#app/features/disclosure/output/certificate.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

type AuditFacts = Pick<
  Certificate,
  "cells" | "programsSolved" | "leastRelativeWidth" | "attackersCovered" | "closureComplete"
>;

/** What was tried against these figures, and that it failed. Tables that fail never come this far. */
export function AuditResult({ audit }: { readonly audit: AuditFacts }) {
  const t = useText();
  const { number } = useFormats();
  const { cells, programsSolved, leastRelativeWidth, attackersCovered, closureComplete } = audit;
  const pairs = attackersCovered.includes("each pair of organisations");
  return (
    <>
      <Heading level={2}>{t("drafting.audit.heading")}</Heading>
      <p>{t("drafting.audit.lead")}</p>
      <Facts
        facts={[
          { label: t("drafting.audit.published"), value: number(cells.published) },
          { label: t("drafting.audit.withheld"), value: number(cells.withheld) },
          { label: t("drafting.audit.programs"), value: number(programsSolved) },
          ...(leastRelativeWidth === null
            ? []
            : [{ label: t("drafting.audit.width"), value: number(leastRelativeWidth) }]),
          { label: t("drafting.audit.attackers"), value: t(pairs ? "drafting.audit.pairs" : "drafting.audit.each") },
        ]}
      />
      {!closureComplete && <p className="note">{t("drafting.audit.incomplete")}</p>}
    </>
  );
}
