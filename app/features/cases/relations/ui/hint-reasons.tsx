import type { DuplicateReason } from "#app/features/facets/facet-queries.ts";
import type { Text } from "#app/i18n/text.tsx";
import { useText } from "#app/i18n/text-context.tsx";

/** Why two cases may be the same one, in words. */
export function HintReasons({ reasons }: { readonly reasons: readonly DuplicateReason[] }) {
  const t = useText();
  return <>{reasons.map((reason) => reasonWords(reason, t)).join(" · ")}</>;
}

function reasonWords(reason: DuplicateReason, t: Text): string {
  if (reason.kind === "amount") return t(reason.isEqual ? "relations.reason.amount-equal" : "relations.reason.amount");
  if (reason.kind !== "date") return t(`relations.reason.${reason.kind}`);
  // Two months that may coincide are told apart from days that do.
  return reason.days < 0 ? t("relations.reason.month") : t("relations.reason.date", { days: reason.days });
}
