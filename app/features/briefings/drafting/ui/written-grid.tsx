import { DataTable } from "#app/design-system/content/data-table.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import type { WrittenParts } from "#app/features/briefings/drafting/written-parts.ts";
import { OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { partWords } from "./place-words.ts";

interface WrittenGridProps extends WrittenParts {
  readonly briefingId: string;
}

/** Each part with its languages at a glance, and the way to write them beside each other. */
export function WrittenGrid({ briefingId, locales, parts }: WrittenGridProps) {
  const t = useText();
  type Row = WrittenParts["parts"][number];
  return (
    <section>
      <Heading level={2}>{t("writing.grid.heading")}</Heading>
      <p>{t("writing.grid.lead")}</p>
      <DataTable
        caption={t("writing.grid.heading")}
        captionHidden
        columns={[
          {
            key: "part",
            header: t("writing.grid.part"),
            isRowHeader: true,
            cell: ({ part }: Row) => <a href={paths.briefingSection(briefingId, part)}>{partWords(part, t)}</a>,
          },
          ...locales.map((locale) => ({
            key: locale,
            header: <span lang={locale}>{OWN_NAMES[locale]}</span>,
            label: OWN_NAMES[locale],
            cell: ({ written }: Row) =>
              written.includes(locale) ? t("writing.grid.there") : <Tag tone="amber">{t("writing.grid.missing")}</Tag>,
          })),
        ]}
        rows={parts}
        rowKey={({ part }) => part}
      />
    </section>
  );
}
