import { Heading } from "#app/design-system/content/heading.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import type { ChartOption } from "#app/features/briefings/drafting/chart-options.server.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface ChartFieldsProps {
  readonly charts: readonly ChartOption[];
  /** what was chosen, by the names of its fields */
  readonly chosen: Readonly<Record<string, string>>;
}

/** The picture of each table. What was chosen for a table that is not shown now is carried along. */
export function ChartFields({ charts, chosen }: ChartFieldsProps) {
  const t = useText();
  if (charts.length === 0) return null;
  const carried = Object.entries(chosen).filter(([name]) => !charts.some((chart) => chart.name === name));
  return (
    <section>
      <Heading level={2}>{t("drafting.charts.heading")}</Heading>
      <p className="hint">{t("drafting.charts.hint")}</p>
      {charts.map(({ name, caption, usual, kinds }) => (
        <Select
          key={name}
          name={name}
          label={caption}
          options={kinds.map((kind) => ({ value: kind, label: t(`drafting.charts.kind.${kind}`) }))}
          empty={t("drafting.charts.usual", { kind: t(`drafting.charts.kind.${usual}`) })}
          optional
        />
      ))}
      {carried.map(([name, kind]) => (
        <input key={name} type="hidden" name={name} value={kind} />
      ))}
    </section>
  );
}
