import { Notice } from "#app/design-system/content/notice.tsx";
import type { WeightsTold } from "#app/features/surveys/results/result-choice.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

/** What weighting does to the figures, what it cannot do, or why there is none. */
export function WeightsNotice({ weights, n }: { readonly weights: WeightsTold; readonly n: number }) {
  const t = useText();
  const { number, list } = useFormats();
  if (weights.kind === "off") return null;
  if (weights.kind === "none") return <p className="note">{t(`survey-results.no-weights.${weights.why}`)}</p>;
  const { designEffect, effectiveSize, merged, silent, byLink, unknown } = weights;
  return (
    <Notice title={t("survey-results.weights.title")}>
      <p>{t("survey-results.weights.what")}</p>
      <p>
        {t("survey-results.weights.effect", {
          effect: number(designEffect, { maximumFractionDigits: 2 }),
          n,
          effective: number(effectiveSize, { maximumFractionDigits: 1 }),
        })}
      </p>
      <ul>
        {merged.length > 0 && <li>{t("survey-results.weights.merged", { regions: list(merged) })}</li>}
        {silent.length > 0 && <li>{t("survey-results.weights.silent", { regions: list(silent) })}</li>}
        {unknown > 0 && <li>{t("survey-results.weights.unknown", { count: unknown })}</li>}
        {byLink > 0 && <li>{t("survey-results.weights.by-link", { count: byLink })}</li>}
        <li>{t("survey-results.weights.caution")}</li>
      </ul>
    </Notice>
  );
}
