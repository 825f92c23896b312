import type { ReactNode } from "react";
import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import type { WaveFacts } from "#app/features/surveys/waves/wave.ts";
import type { WaveState } from "#app/features/surveys/waves/wave-standing.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { WaveStateTag } from "./wave-state-tag.tsx";

export interface WaveRow {
  readonly id: string;
  readonly facts: WaveFacts;
  readonly state: WaveState;
  /** where it was closed before its last day */
  readonly endedOn: string | null;
}

interface WaveTableProps {
  readonly waves: readonly WaveRow[];
  /** where a row leads to; null where there is nothing to do */
  readonly hrefOf: (wave: WaveRow) => string | null;
  readonly after?: Column<WaveRow>;
}

/** Waves by the session that they come before. */
export function WaveTable({ waves, hrefOf, after }: WaveTableProps) {
  const t = useText();
  const { date } = useFormats();
  const columns: Column<WaveRow>[] = [
    {
      key: "session",
      header: t("waves.column.session"),
      isRowHeader: true,
      cell: (wave) => linked(hrefOf(wave), <bdi>{wave.facts.session}</bdi>),
    },
    {
      key: "days",
      header: t("waves.column.days"),
      cell: ({ facts: { opensOn, closesOn }, endedOn }) =>
        t("waves.days.range", { from: date(opensOn, "short"), to: date(endedOn ?? closesOn, "short") }),
    },
    { key: "status", header: t("waves.column.status"), cell: ({ state }) => <WaveStateTag state={state} /> },
    ...(after ? [after] : []),
  ];
  return (
    <DataTable caption={t("waves.heading")} captionHidden columns={columns} rows={waves} rowKey={({ id }) => id} />
  );
}

const linked = (href: string | null, words: ReactNode) => (href ? <a href={href}>{words}</a> : words);
