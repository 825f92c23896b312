import type { Column } from "#app/design-system/content/data-table.tsx";
import type { LabelledFigure } from "#app/features/surveys/results/question-result.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { Interval, Share } from "./figures.tsx";
import { usePictureColumn } from "./picture-column.tsx";
import { ShareBar } from "./share-bar.tsx";

/** Name, organisations, share, interval and picture. */
export function useShareColumns<Row extends LabelledFigure>(first: string): Column<Row>[] {
  const t = useText();
  return [
    { key: "answer", header: first, isRowHeader: true, cell: ({ label }) => label },
    { key: "count", header: t("survey-results.column.organisations"), numeric: true, cell: ({ count }) => count },
    {
      key: "share",
      header: t("survey-results.column.share"),
      numeric: true,
      cell: ({ share }) => <Share share={share} />,
    },
    {
      key: "interval",
      header: t("survey-results.column.interval"),
      numeric: true,
      cell: ({ share }) => <Interval of={share} />,
    },
    usePictureColumn(({ share }) => <ShareBar share={share} />),
  ];
}
