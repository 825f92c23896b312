import type { Bases } from "#app/features/surveys/results/distribution.ts";
import type { Estimate } from "#app/features/surveys/statistics/proportion.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

/** Nothing that could be said: too few answers, or none. */
export function Dash() {
  return <span className="quiet">–</span>;
}

/** A share; a dash where there are too few answers to speak of one. */
export function Share({ share }: { readonly share: Estimate | null }) {
  const { percent } = useFormats();
  return share ? <b>{percent(share.value)}</b> : <Dash />;
}

/** The limits of a share, with a confidence of 95 %. */
export function Interval({ of }: { readonly of: Estimate | null }) {
  const t = useText();
  const { percent } = useFormats();
  if (!of) return <Dash />;
  return (
    <span className="quiet unbroken">
      {t("survey-results.interval", { from: percent(of.lower), to: percent(of.upper) })}
    </span>
  );
}

/** From -100 to 100, with its sign. */
export function usePoints(): (difference: number) => string {
  const { number } = useFormats();
  return (difference) => number(Math.round(100 * difference), { signDisplay: "exceptZero" });
}

/** Who was asked and what became of it: said beside every figure. */
export function BasesLine({ bases: { asked, answered, declined, empty } }: { readonly bases: Bases }) {
  const t = useText();
  return <p className="bases">{t("survey-results.bases", { asked, answered, declined, empty })}</p>;
}
