import { Notice } from "#app/design-system/content/notice.tsx";
import type { ListCost } from "#app/features/briefings/drafting/chosen-table.ts";
import { useText } from "#app/i18n/text-context.tsx";

/** For analysts, before anything is computed: how long the list will take, and what would take less. */
export function CostOfList({ cost: { seconds, isTooDear, instead } }: { readonly cost: ListCost }) {
  const t = useText();
  const about = (count: number) => t(`drafting.cost.${unitOf(count)}`, { count: inUnit(count) });
  const words = t("drafting.cost.about", { time: about(seconds) });
  if (!isTooDear && instead.length === 0) return <p className="hint">{words}</p>;
  return (
    <Notice kind={isTooDear ? "warning" : "information"} title={words}>
      {isTooDear && <p>{t("drafting.cost.too-dear")}</p>}
      {instead.length > 0 && (
        <>
          <p>{t("drafting.cost.instead")}</p>
          <ul>
            {instead.map((one) => (
              <li key={`${one.table} ${one.by}`}>
                {t("drafting.cost.by", { table: one.table, by: one.by, time: about(one.seconds) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

/** Seconds that nobody counts are minutes. */
const MINUTES_FROM = 120;
const unitOf = (seconds: number) => (seconds < MINUTES_FROM ? "seconds" : "minutes");
const inUnit = (seconds: number) => (seconds < MINUTES_FROM ? seconds : Math.round(seconds / 60));
